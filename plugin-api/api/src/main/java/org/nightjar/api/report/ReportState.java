package org.nightjar.api.report;

import java.util.Locale;

/** Whether a report still stands. Reports are never overwritten. */
public enum ReportState {
  /** It stands. */
  CURRENT,
  /** A newer report of the same task on the same product takes its place. */
  SUPERSEDED,
  /** It was taken back: a retraction, or a human's judgement. */
  WITHDRAWN;

  /** The word used in messages, files and the console. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a word. */
  public static ReportState ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
