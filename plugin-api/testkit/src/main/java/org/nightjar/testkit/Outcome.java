package org.nightjar.testkit;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.report.Report;

/**
 * How a call of a task ended.
 *
 * @param report what it returned; null if it threw, or returned null
 * @param thrown what it threw; null if it returned
 * @param threads names of threads that the call left running
 */
record Outcome(Report report, Throwable thrown, List<String> threads) {

  /** The report, or a failure that shows what came instead. */
  Report judged(Object product) {
    if (thrown != null) {
      throw new AssertionError(product + " was not judged", thrown);
    }
    if (report == null) {
      throw new AssertionError("examine returned null for " + product);
    }
    return report;
  }

  /** Whether the task said that it was cancelled. */
  boolean cancelled() {
    return thrown instanceof InterruptedException
        || (thrown instanceof NightjarException known
            && known.problem().number() == StandardError.CANCELLED.number());
  }

  /** Whether both say the same of a product. */
  boolean sameAs(Outcome other) {
    if (report != null) {
      return report.equals(other.report);
    }
    return thrown instanceof NightjarException mine
        && other.thrown instanceof NightjarException theirs
        && mine.problem().equals(theirs.problem());
  }

  /** One line for people. */
  @Override
  public String toString() {
    return thrown == null ? String.valueOf(report) : thrown.toString();
  }
}
