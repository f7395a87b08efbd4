package org.nightjar.dispatch.internal;

import org.nightjar.api.error.Problem;
import org.nightjar.api.report.FiledReport;

/** What is to become of a job whose call is over. */
sealed interface Ending {
  /** It has its report. */
  record Reported(FiledReport report) implements Ending {}

  /** It has a problem. */
  record Failed(Problem problem) implements Ending {}

  /** It was not finished, because its version, or one of its models, goes away. */
  record Again() implements Ending {}
}
