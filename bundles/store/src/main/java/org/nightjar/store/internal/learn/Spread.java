package org.nightjar.store.internal.learn;

import java.util.Arrays;
import java.util.Collection;

/**
 * Where numbers lie, however far out a few of them are.
 *
 * @param median their median
 * @param sigma 1.4826 times the median distance from it: the standard deviation, were they normal
 */
record Spread(double median, double sigma) {
  private static final double NORMAL = 1.4826;

  static Spread of(Collection<Double> values) {
    double median = median(values.stream().mapToDouble(Double::doubleValue).toArray());
    double[] distances = values.stream().mapToDouble(v -> Math.abs(v - median)).toArray();
    return new Spread(median, NORMAL * median(distances));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1
        ? values[middle]
        : values[middle - 1] + (values[middle] - values[middle - 1]) / 2;
  }
}
