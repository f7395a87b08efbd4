package org.nightjar.dispatch.internal;

import java.util.Optional;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.report.FiledReport;
import org.nightjar.dispatch.internal.lane.Job;
import org.nightjar.store.Filing;
import org.nightjar.store.Ledger;
import org.nightjar.store.Reports;
import org.nightjar.store.WorkItem;

/** A pending entry of the ledger. */
record LedgerJob(WorkItem item, Ledger ledger, Reports reports) implements Job {
  @Override
  public Envelope envelope() {
    return item.envelope();
  }

  @Override
  public OptionalLong entry() {
    return OptionalLong.of(item.entry());
  }

  @Override
  public OptionalLong arrival() {
    return OptionalLong.of(item.arrival());
  }

  @Override
  public boolean duplicate(String key) throws NightjarException {
    if (reports.find(key).isEmpty()) {
      return false;
    }
    reports.duplicate(item, key);
    return true;
  }

  @Override
  public Optional<Filing> reported(FiledReport report) {
    return Optional.of(new Filing(item, report));
  }

  @Override
  public void failed(Problem problem) throws NightjarException {
    ledger.quarantine(item, problem);
  }

  @Override
  public void dropped(Problem why) {
    // The ledger still has it.
  }
}
