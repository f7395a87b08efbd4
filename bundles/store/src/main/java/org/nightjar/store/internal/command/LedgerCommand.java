package org.nightjar.store.internal.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.command.TextTable;
import org.nightjar.api.error.NightjarException;
import org.nightjar.json.JsonLine;
import org.nightjar.store.Ledger;
import org.nightjar.store.LedgerLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar ledger}: the account, and whether it balances. */
@Component
public final class LedgerCommand implements Command {
  private final Ledger ledger;

  /** Made by the component runtime. */
  @Activate
  public LedgerCommand(@Reference Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "ledger",
        "the account by night and task, and whether it balances",
        "",
        0,
        0,
        List.of(
            Options.NIGHT,
            OptionSpec.value("from", "DATE", "from this night on"),
            OptionSpec.value("to", "DATE", "up to and including this night"),
            OptionSpec.flag("audit", "say so too when everything agrees")),
        """
        received = reported + rejected + quarantined + duplicate + pending, for every night and
        task; 'intake' stands for what never reached a task. Counters, entries, reports and
        attachment files of all nights are always compared; exit status 1 if something does not
        fit, which is then said.
        With --json one line per night and task:
        {"night","task","received","reported","rejected","quarantined","duplicate","pending",
        "reasons":{CODE:number}}

          nightjar ledger --night 2026-11-20
          nightjar ledger --audit --json""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    Optional<LocalDate> night = Options.date(call, "night");
    Optional<LocalDate> from = night.isPresent() ? night : Options.date(call, "from");
    Optional<LocalDate> to = night.isPresent() ? night : Options.date(call, "to");
    List<LedgerLine> lines = ledger.lines(from, to);
    if (call.json()) {
      lines.forEach(line -> call.out().println(JsonLine.write(json(line))));
    } else {
      table(lines).print(call.out());
    }
    int status = OK;
    for (LedgerLine line : lines) {
      if (!line.balanced()) {
        call.err().println("night " + line.night() + ", task " + line.task() + " does not balance");
        status = FOUND;
      }
    }
    return Math.max(status, audit(call));
  }

  private int audit(CommandCall call) throws NightjarException {
    List<String> wrong = ledger.audit();
    wrong.forEach(call.err()::println);
    if (wrong.isEmpty() && call.flag("audit")) {
      call.err().println("Counters, entries, reports and attachments agree.");
    }
    return wrong.isEmpty() ? OK : FOUND;
  }

  private static TextTable table(List<LedgerLine> lines) {
    TextTable table =
        new TextTable(
            "night",
            "task",
            "received",
            "reported",
            "rejected",
            "quarantined",
            "duplicate",
            "pending",
            "balance",
            "reasons");
    for (LedgerLine line : lines) {
      table.row(
          line.night(),
          line.task(),
          line.received(),
          line.reported(),
          line.rejected(),
          line.quarantined(),
          line.duplicate(),
          line.pending(),
          line.balanced() ? "ok" : "WRONG",
          reasons(line));
    }
    return table;
  }

  private static String reasons(LedgerLine line) {
    return new TreeMap<>(line.reasons())
        .entrySet().stream()
            .map(reason -> reason.getKey() + " " + reason.getValue())
            .collect(Collectors.joining(", "));
  }

  private static ObjectNode json(LedgerLine line) {
    ObjectNode object =
        JsonLine.object()
            .put("night", line.night().toString())
            .put("task", line.task())
            .put("received", line.received())
            .put("reported", line.reported())
            .put("rejected", line.rejected())
            .put("quarantined", line.quarantined())
            .put("duplicate", line.duplicate())
            .put("pending", line.pending());
    ObjectNode reasons = object.putObject("reasons");
    for (Map.Entry<String, Long> reason : new TreeMap<>(line.reasons()).entrySet()) {
      reasons.put(reason.getKey(), reason.getValue());
    }
    return object;
  }
}
