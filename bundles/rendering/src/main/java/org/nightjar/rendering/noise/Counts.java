package org.nightjar.rendering.noise;

import java.util.random.RandomGenerator;

/**
 * Poisson numbers, exactly distributed: by transformed rejection with squeeze (PTRS) from a mean of
 * 10 on, by products of uniform numbers below.
 *
 * <p>Source: W. Hormann, Insurance: Mathematics and Economics 12 (1993), 39, algorithm PTRS.
 */
final class Counts {
  private static final double SMALL = 10;
  private static final double OPEN = 0x1.0p-53;
  private static final double[] LOG_FACTORIALS = logFactorials();

  private final RandomGenerator random;

  Counts(RandomGenerator random) {
    this.random = random;
  }

  double draw(double mean) {
    return mean < SMALL ? product(mean) : transformed(mean);
  }

  private double product(double mean) {
    double limit = StrictMath.exp(-mean);
    double product = uniform();
    int count = 0;
    while (product > limit) {
      product *= uniform();
      count++;
    }
    return count;
  }

  private double transformed(double mean) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double squeeze = 0.9277 - 3.6224 / (b - 2);
    double logMean = Double.NaN;
    while (true) {
      double u = uniform() - 0.5;
      double v = uniform();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= squeeze) {
        return k;
      }
      if (k < 0 || us < 0.013 && v > us) {
        continue;
      }
      if (Double.isNaN(logMean)) {
        logMean = StrictMath.log(mean);
      }
      double left = StrictMath.log(v * inverseAlpha / (a / (us * us) + b));
      if (left <= k * logMean - mean - logFactorial(k)) {
        return k;
      }
    }
  }

  /** Stirling's series from 16 on: to 1e-12. */
  private static double logFactorial(double k) {
    if (k < LOG_FACTORIALS.length) {
      return LOG_FACTORIALS[(int) k];
    }
    double square = k * k;
    return (k + 0.5) * StrictMath.log(k)
        - k
        + 0.5 * StrictMath.log(2 * Math.PI)
        + (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / 1680 / square) / square) / square) / k;
  }

  private double uniform() {
    return ((random.nextLong() >>> 11) + 0.5) * OPEN;
  }

  private static double[] logFactorials() {
    double[] table = new double[16];
    for (int k = 2; k < table.length; k++) {
      table[k] = table[k - 1] + StrictMath.log(k);
    }
    return table;
  }
}
