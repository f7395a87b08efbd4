package org.nightjar.alerts.internal;

import java.time.Instant;

/** When a detection was made. */
final class Moment {
  private static final double UNIX_EPOCH_JD = 2440587.5;
  private static final double UNIX_EPOCH_MJD = 40587.0;
  private static final double SECONDS_PER_DAY = 86400.0;

  /** Since 2017; Rubin's first alert is younger. */
  private static final double TAI_MINUS_UTC = 37.0;

  /** Year 5138: beyond it, no time is meant. */
  private static final double LATEST = 1e11;

  private Moment() {}

  /** UTC, ISO-8601; null if the packet does not say. */
  static String of(Detection detection) {
    double seconds = (detection.number("jd") - UNIX_EPOCH_JD) * SECONDS_PER_DAY;
    if (Double.isNaN(seconds)) {
      seconds = (detection.number("mjd") - UNIX_EPOCH_MJD) * SECONDS_PER_DAY;
    }
    if (Double.isNaN(seconds)) {
      seconds =
          (detection.number("midpointMjdTai") - UNIX_EPOCH_MJD) * SECONDS_PER_DAY - TAI_MINUS_UTC;
    }
    return Math.abs(seconds) < LATEST
        ? Instant.ofEpochMilli(Math.round(seconds * 1000)).toString()
        : null;
  }
}
