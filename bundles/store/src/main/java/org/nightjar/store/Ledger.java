package org.nightjar.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.feed.Receipt;
import org.nightjar.api.feed.Submission;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The account, per product and task. Every method is one transaction that is on disk when it
 * returns, and throws a {@link NightjarException} of category RESOURCE if that cannot be had.
 */
@ProviderType
public interface Ledger {
  /** What became of an earlier arrival of the same feed and key. */
  Optional<Receipt> received(String feed, String key) throws NightjarException;

  /**
   * Enters an arrival with all its entries and tells {@link Entered}. An arrival whose feed and key
   * are there already is not entered again. A product that is still pending for a task is entered
   * as duplicate for it.
   *
   * @param submission what arrived
   * @param night the night of what could not be recognised
   * @param products what was found in it
   * @param problem why the file, or the rest of it, was rejected (UNKNOWN_FORMAT) or quarantined
   *     (all else)
   */
  Receipt enter(
      Submission submission, LocalDate night, List<Placement> products, Optional<Problem> problem)
      throws NightjarException;

  /** Pending work of a task, most urgent first, then oldest first. */
  List<WorkItem> pending(String task, int most, Set<Long> except) throws NightjarException;

  /** Names of tasks that have pending work. */
  Set<String> tasksWithPendingWork() throws NightjarException;

  /** Whether this arrival has pending entries, and how the others were settled. */
  List<Settled> settled(long arrival) throws NightjarException;

  /** How many entries of an arrival are pending. */
  long pending(long arrival) throws NightjarException;

  /**
   * Settles an entry as damaged or failed; told as {@link Settled}. Does nothing if it is no longer
   * pending.
   */
  void quarantine(WorkItem item, Problem problem) throws NightjarException;

  /**
   * Makes quarantined entries of a night pending again, all tasks if none is named; told as {@link
   * Entered}.
   */
  int redrive(LocalDate night, Optional<String> task) throws NightjarException;

  /** The account by night and task, in this order. */
  List<LedgerLine> lines(Optional<LocalDate> from, Optional<LocalDate> to) throws NightjarException;

  /**
   * Compares counters, entries, reports and attachment files; what does not fit, in words. Empty if
   * all is well.
   */
  List<String> audit() throws NightjarException;
}
