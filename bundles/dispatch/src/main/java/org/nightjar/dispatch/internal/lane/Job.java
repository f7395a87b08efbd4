package org.nightjar.dispatch.internal.lane;

import java.util.Optional;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.report.FiledReport;
import org.nightjar.store.Filing;

/** A product that waits for a task, and who wants to know what comes of it. */
public interface Job {
  /** The product. */
  Envelope envelope();

  /** Number of the ledger entry; empty for a question whose asker waits. */
  OptionalLong entry();

  /** Number of the arrival; empty for a question. */
  OptionalLong arrival();

  /**
   * Settles the job if the report of this key is there already.
   *
   * @return whether it was
   */
  boolean duplicate(String key) throws NightjarException;

  /**
   * The job has its report.
   *
   * @return what is to be filed to settle it; empty if it is settled
   */
  Optional<Filing> reported(FiledReport report);

  /** Settles the job by a problem. */
  void failed(Problem problem) throws NightjarException;

  /** Lets go of the job unsettled: what the ledger holds stays pending there, an asker is told. */
  void dropped(Problem why);
}
