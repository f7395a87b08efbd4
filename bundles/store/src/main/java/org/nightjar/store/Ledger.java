package org.nightjar.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
  /** What became of an earlier arrival of the same feed and key that was entered to its end. */
  Optional<Receipt> received(String feed, String key) throws NightjarException;

  /**
   * Enters an arrival with all its entries and tells {@link Entered}. An arrival whose feed and key
   * are there already is not entered again. A product that is still pending for a task is entered
   * as duplicate for it.
   *
   * @param submission what arrived
   * @param night the night of what could not be recognised
   * @param products what was found in it
   * @param problem why the file, or the rest of it, was rejected (UNKNOWN_FORMAT, UNWANTED) or
   *     quarantined (all else)
   */
  Receipt enter(
      Submission submission, LocalDate night, List<Placement> products, Optional<Problem> problem)
      throws NightjarException;

  /**
   * Begins an arrival that is entered in pieces because it may hold more products than memory. If
   * one of the same feed and key has begun before, it is continued.
   *
   * @return number of the arrival
   */
  long begin(Submission submission, LocalDate night) throws NightjarException;

  /**
   * Enters the next products of an arrival and tells {@link Entered}. Products that are there
   * already, from before a restart, are not entered again.
   *
   * @param from place of the first of these products in the arrival, zero-based
   */
  void add(long arrival, int from, List<Placement> products) throws NightjarException;

  /** Ends an arrival that was entered in pieces. Ending it twice is harmless. */
  Receipt finish(long arrival, Optional<Problem> problem) throws NightjarException;

  /** Arrivals that began and did not end, by number: work for after a restart. */
  Map<Long, Submission> unfinished() throws NightjarException;

  /** All entries of an arrival, in the order in which they were entered. */
  List<LedgerEntry> entries(long arrival) throws NightjarException;

  /** Pending work of a task, most urgent first, then oldest first. */
  List<WorkItem> pending(String task, int most, Set<Long> except) throws NightjarException;

  /** Names of tasks that have pending work. */
  Set<String> tasksWithPendingWork() throws NightjarException;

  /** How the entries of an arrival that are no longer pending were settled. */
  List<Settled> settled(long arrival) throws NightjarException;

  /** How many entries of an arrival are pending, or are duplicates of such. */
  long pending(long arrival) throws NightjarException;

  /**
   * Settles an entry as damaged or failed; told as {@link Settled}. Does nothing if it is no longer
   * pending.
   */
  void quarantine(WorkItem item, Problem problem) throws NightjarException;

  /**
   * Makes quarantined entries of a night pending again, all tasks if none is named; told as {@link
   * Entered}. Files in which no product was found have no task to go back to: submit them again.
   *
   * @return how many
   */
  int redrive(LocalDate night, Optional<String> task) throws NightjarException;

  /** The account by night and task, in this order. */
  List<LedgerLine> lines(Optional<LocalDate> from, Optional<LocalDate> to) throws NightjarException;

  /** What was rejected or quarantined in these nights, newest first. */
  List<Refusal> refusals(Optional<LocalDate> from, Optional<LocalDate> to, int most)
      throws NightjarException;

  /**
   * Compares counters, entries, reports and attachment files; what does not fit, in words. Empty if
   * all is well.
   */
  List<String> audit() throws NightjarException;
}
