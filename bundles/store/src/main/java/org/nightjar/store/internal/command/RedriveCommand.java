package org.nightjar.store.internal.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.json.JsonLine;
import org.nightjar.store.Ledger;
import org.nightjar.store.LedgerLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar ledger redrive}: has quarantined products judged again. */
@Component
public final class RedriveCommand implements Command {
  private final Ledger ledger;

  /** Made by the component runtime. */
  @Activate
  public RedriveCommand(@Reference Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "ledger redrive",
        "have the quarantined products of a night judged again",
        "",
        0,
        0,
        List.of(Options.NIGHT, Options.TASK),
        """
        Use it when the cause is gone: a plugin was mended, a file was put back. Files in which no
        product could be found went to no task; submit those again.

          nightjar ledger redrive --night 2026-11-20 --task imaging""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    LocalDate night =
        Options.date(call, "night")
            .orElseThrow(
                () ->
                    NightjarException.of(
                        StandardError.BAD_ARGUMENT,
                        "which night?",
                        "",
                        "Add --night DATE; 'nightjar ledger' shows the nights"));
    int again = ledger.redrive(night, call.option("task"));
    long files =
        ledger.lines(Optional.of(night), Optional.of(night)).stream()
            .filter(line -> line.task().equals(LedgerLine.INTAKE))
            .mapToLong(LedgerLine::quarantined)
            .sum();
    if (call.json()) {
      call.out()
          .println(JsonLine.write(JsonLine.object().put("redriven", again).put("files", files)));
      return OK;
    }
    call.out().println(again + " quarantined entries are pending again.");
    if (files > 0) {
      call.out().println(files + " damaged files have no task to go back to: submit them again.");
    }
    return OK;
  }
}
