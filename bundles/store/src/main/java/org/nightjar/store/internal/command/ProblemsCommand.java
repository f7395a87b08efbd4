package org.nightjar.store.internal.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.command.TextTable;
import org.nightjar.api.error.NightjarException;
import org.nightjar.json.JsonLine;
import org.nightjar.json.ProblemJson;
import org.nightjar.json.ProductJson;
import org.nightjar.store.Ledger;
import org.nightjar.store.Refusal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar ledger problems}: which files were rejected or quarantined, and why. */
@Component
public final class ProblemsCommand implements Command {
  private static final int MOST = 100;

  private final Ledger ledger;

  /** Made by the component runtime. */
  @Activate
  public ProblemsCommand(@Reference Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "ledger problems",
        "what was rejected or quarantined, newest first, and why",
        "",
        0,
        0,
        List.of(
            Options.NIGHT,
            OptionSpec.value("limit", "N", "how many at the most; " + MOST + " else")),
        """
        With --json one line each:
        {"night","task","state":"rejected"|"quarantined","product":{"uri",...},"problem":{...}}

          nightjar ledger problems --night 2026-11-20""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    Optional<LocalDate> night = Options.date(call, "night");
    List<Refusal> refusals = ledger.refusals(night, night, Options.count(call, "limit", MOST));
    if (call.json()) {
      refusals.forEach(refusal -> call.out().println(JsonLine.write(json(refusal))));
      return OK;
    }
    TextTable table = new TextTable("night", "task", "state", "file", "why");
    refusals.forEach(
        refusal ->
            table.row(
                refusal.night(),
                refusal.task(),
                state(refusal),
                refusal.uri().getPath(),
                refusal.problem()));
    table.print(call.out());
    return OK;
  }

  private static ObjectNode json(Refusal refusal) {
    ObjectNode object =
        JsonLine.object()
            .put("night", refusal.night().toString())
            .put("task", refusal.task())
            .put("state", state(refusal));
    object.set(
        "product",
        refusal
            .product()
            .map(ProductJson::write)
            .orElseGet(() -> JsonLine.object().put("uri", refusal.uri().toString())));
    object.set("problem", ProblemJson.write(refusal.problem()));
    return object;
  }

  private static String state(Refusal refusal) {
    return refusal.state().name().toLowerCase(Locale.ROOT);
  }
}
