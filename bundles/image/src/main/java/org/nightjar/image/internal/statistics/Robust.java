package org.nightjar.image.internal.statistics;

import java.util.Arrays;

/** Medians and scatters of many values, some of them wild. */
public final class Robust {

  /** Standard deviation of a Gaussian over its median absolute deviation. */
  public static final double SIGMA_PER_MAD = 1.4826022185056018;

  /** Standard error of a median over that of a mean: root of pi / 2. */
  public static final double MEDIAN_ERROR = Math.sqrt(Math.PI / 2);

  private Robust() {}

  /** The median of the finite among the first {@code count} values; NaN if there are none. */
  public static double median(double[] values, int count) {
    double[] sorted = Arrays.stream(values, 0, count).filter(Double::isFinite).sorted().toArray();
    return sorted.length == 0
        ? Double.NaN
        : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** The median absolute deviation from {@code centre}, as a Gaussian's standard deviation. */
  public static double scatter(double[] values, int count, double centre) {
    double[] away = new double[count];
    for (int i = 0; i < count; i++) {
      away[i] = Math.abs(values[i] - centre);
    }
    return SIGMA_PER_MAD * median(away, count);
  }
}
