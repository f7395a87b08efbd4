package org.nightjar.dispatch.internal.examine;

import org.nightjar.api.error.Problem;
import org.nightjar.api.report.FiledReport;

/** How a call ended. */
public sealed interface Outcome {
  /** The task gave a report. */
  record Reported(FiledReport report) implements Outcome {}

  /** The task gave none. */
  record Failed(Problem problem) implements Outcome {}

  /** The task was interrupted and let go. */
  record Interrupted() implements Outcome {}
}
