package org.nightjar.intake.internal.command;

import java.net.URI;
import java.util.Optional;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.TextTable;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.report.FiledReport;
import org.nightjar.intake.internal.FileIdentity;
import org.nightjar.store.Ledger;
import org.nightjar.store.LedgerEntry;
import org.nightjar.store.Reports;

/** Shows what came of arrivals, as a table at the end or as JSON at once. */
final class Judgements {
  private final Ledger ledger;
  private final Reports reports;
  private final ProfileNotes notes;
  private final FileIdentity identity;
  private final CommandCall call;
  private final Optional<ResultFolder> folder;
  private final TextTable table = new TextTable("file", "kind", "task", "verdict", "why");
  private int status = Command.OK;

  Judgements(
      Ledger ledger,
      Reports reports,
      ProfileNotes notes,
      FileIdentity identity,
      CommandCall call,
      Optional<ResultFolder> folder) {
    this.ledger = ledger;
    this.reports = reports;
    this.notes = notes;
    this.identity = identity;
    this.call = call;
    this.folder = folder;
  }

  /** Shows one arrival, all of whose entries are settled. */
  void show(URI file, long arrival) throws NightjarException {
    for (LedgerEntry entry : ledger.entries(arrival)) {
      Optional<FiledReport> report =
          entry.reportKey().isPresent() ? reports.find(entry.reportKey().get()) : Optional.empty();
      Optional<ProductRef> product =
          entry.product().isEmpty() && machines() ? identity.of(file) : entry.product();
      Outcome outcome = new Outcome(file, entry, product, report);
      show(outcome);
      notes.note(outcome);
    }
  }

  /** Ends the table; whether all was well. */
  int finish() {
    if (!call.json()) {
      table.print(call.out());
    }
    call.out().flush();
    notes.print(call.err());
    return status;
  }

  private boolean machines() {
    return call.json() || folder.isPresent();
  }

  private void show(Outcome outcome) throws NightjarException {
    if (!outcome.well()) {
      status = Command.FOUND;
    }
    if (folder.isPresent()) {
      folder.get().add(outcome);
    }
    if (call.json()) {
      call.out().println(outcome.json());
    } else {
      table.row(
          outcome.fileName(),
          outcome.kind(),
          outcome.entry().task(),
          outcome.word(),
          outcome.reasons());
    }
  }
}
