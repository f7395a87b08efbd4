package org.nightjar.intake.internal.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.feed.Intake;
import org.nightjar.api.feed.Receipt;
import org.nightjar.api.feed.Submission;
import org.nightjar.api.product.Priority;
import org.nightjar.bus.Bus;
import org.nightjar.intake.internal.FileIdentity;
import org.nightjar.json.JsonLine;
import org.nightjar.json.ProblemJson;
import org.nightjar.json.ProductJson;
import org.nightjar.store.Ledger;
import org.nightjar.store.Products;
import org.nightjar.store.Reports;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar submit}: hands files to the system and prints receipts. */
@Component
public final class SubmitCommand implements Command {
  private final Intake intake;
  private final Ledger ledger;
  private final Reports reports;
  private final Products products;
  private final FileIdentity identity;
  private final Bus bus;

  /** Made by the component runtime. */
  @Activate
  public SubmitCommand(
      @Reference Intake intake,
      @Reference Ledger ledger,
      @Reference Reports reports,
      @Reference Products products,
      @Reference FileIdentity identity,
      @Reference Bus bus) {
    this.intake = intake;
    this.ledger = ledger;
    this.reports = reports;
    this.products = products;
    this.identity = identity;
    this.bus = bus;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "submit",
        "hand files to the running system",
        "PATH...",
        1,
        Integer.MAX_VALUE,
        List.of(
            OptionSpec.value("priority", "WORD", "live, interactive or bulk; live if not said"),
            OptionSpec.values("task", "NAME", "only this task; may be given more than once"),
            OptionSpec.flag("wait", "wait for the verdicts and print them as 'check' does")),
        """
        Prints one receipt per file once it is in the ledger: what has a receipt survives a crash.
        Exit status 1 if a file was rejected or quarantined.
        With --json a receipt is one line: {"arrival","again","uri","products":[...],"problem"}

          nightjar submit --priority bulk archive/2026-11-20""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException, InterruptedException {
    Priority priority = priority(call.option("priority").orElse("live"));
    List<Path> files = Paths.files(call);
    Map<Long, URI> arrivals = new LinkedHashMap<>();
    int status = OK;
    try (Settlement settlement = new Settlement(ledger, bus)) {
      for (Path file : files) {
        if (call.cancelled()) {
          return FAILED;
        }
        call.progress(arrivals.size(), files.size(), "reading " + file.getFileName());
        Submission submission =
            Submission.of(file.toUri(), "submit", priority)
                .forTasks(Set.copyOf(call.options("task")));
        Receipt receipt = intake.submit(submission);
        arrivals.put(receipt.arrival(), file.toUri());
        status = receipt.problem().isPresent() ? FOUND : status;
        if (!call.flag("wait")) {
          print(call, file, receipt);
        }
      }
      return call.flag("wait") ? await(call, settlement, arrivals) : status;
    }
  }

  private int await(CommandCall call, Settlement settlement, Map<Long, URI> arrivals)
      throws NightjarException, InterruptedException {
    Judgements judgements =
        new Judgements(
            ledger, reports, new ProfileNotes(products), identity, call, Optional.empty());
    int done = 0;
    for (Map.Entry<Long, URI> each : arrivals.entrySet()) {
      int at = done;
      if (!settlement.await(
          each.getKey(),
          call,
          pending -> call.progress(at, arrivals.size(), pending + " to judge"))) {
        return FAILED;
      }
      judgements.show(each.getValue(), each.getKey());
      done++;
    }
    return judgements.finish();
  }

  private static void print(CommandCall call, Path file, Receipt receipt) {
    if (call.json()) {
      ObjectNode object =
          JsonLine.object()
              .put("arrival", receipt.arrival())
              .put("again", receipt.again())
              .put("uri", file.toUri().toString());
      ArrayNode products = object.putArray("products");
      receipt.products().forEach(product -> products.add(ProductJson.write(product)));
      receipt.problem().ifPresent(problem -> object.set("problem", ProblemJson.write(problem)));
      call.out().println(JsonLine.write(object));
    } else {
      call.out()
          .println(
              "%d  %s  %d product%s%s"
                  .formatted(
                      receipt.arrival(),
                      file,
                      receipt.products().size(),
                      receipt.products().size() == 1 ? "" : "s",
                      receipt.problem().map(problem -> "  " + problem).orElse("")));
    }
    call.out().flush();
  }

  private static Priority priority(String word) throws NightjarException {
    try {
      return Priority.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "--priority cannot be '" + word + "'",
          "",
          "Write live, interactive or bulk");
    }
  }
}
