package org.nightjar.fits.internal.command;

import java.util.Arrays;

/**
 * Grey levels for a picture of the sky: background near black, bright stars not burnt out. The
 * inverse hyperbolic sine between a level below the median and a high percentile.
 */
final class Stretch {
  private static final double DARK_SIGMAS = 1.5;
  private static final double BRIGHT_FRACTION = 0.997;
  private static final double SOFTNESS = 8.0;
  private static final double SIGMA_PER_MAD = 1.4826;

  private final double low;
  private final double high;

  private Stretch(double low, double high) {
    this.low = low;
    this.high = high > low ? high : low + 1;
  }

  /** A stretch for these values; those that are not finite do not count. */
  static Stretch of(float[] values) {
    float[] finite = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        finite[count++] = value;
      }
    }
    if (count == 0) {
      return new Stretch(0, 1);
    }
    float[] sorted = Arrays.copyOf(finite, count);
    Arrays.sort(sorted);
    float median = sorted[count / 2];
    float bright = sorted[(int) ((count - 1) * BRIGHT_FRACTION)];
    float[] away = new float[count];
    for (int i = 0; i < count; i++) {
      away[i] = Math.abs(finite[i] - median);
    }
    Arrays.sort(away);
    return new Stretch(
        Math.max(sorted[0], median - DARK_SIGMAS * SIGMA_PER_MAD * away[count / 2]), bright);
  }

  /** Grey level from 0 to 255; missing pixels are black. */
  int grey(float value) {
    double unit = (value - low) / (high - low);
    if (!(unit > 0)) {
      return 0;
    }
    double bent = asinh(Math.min(1, unit) * SOFTNESS) / asinh(SOFTNESS);
    return (int) Math.round(255 * bent);
  }

  private static double asinh(double x) {
    return Math.log(x + Math.sqrt(x * x + 1));
  }
}
