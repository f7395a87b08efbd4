package org.nightjar.statistics.distribution;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.nightjar.statistics.random.Streams;

/** Values of one distribution with a fixed seed, and how they compare with what they should be. */
record Samples(double[] values) {
  /** A KS distance above this times 1/sqrt(n) has a probability of 2e-5 by chance. */
  private static final double FAR = 2.4;

  static Samples of(Distribution distribution, int n) {
    double[] values = new double[n];
    distribution.fill(new Streams(7).stream("test"), 0, values);
    return new Samples(values);
  }

  double mean() {
    return Arrays.stream(values).average().orElseThrow();
  }

  double variance() {
    double mean = mean();
    return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
  }

  /** The Kolmogorov-Smirnov distance, over the one that chance hardly reaches. */
  double distance(DoubleUnaryOperator cumulative) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double worst = 0;
    for (int i = 0; i < sorted.length; i++) {
      double f = cumulative.applyAsDouble(sorted[i]);
      worst =
          Math.max(worst, Math.max(f - (double) i / sorted.length, (i + 1.0) / sorted.length - f));
    }
    return worst * Math.sqrt(sorted.length) / FAR;
  }
}
