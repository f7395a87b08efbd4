package org.nightjar.mmwave.internal.numeric;

import org.nightjar.statistics.random.Philox;

/**
 * Whole numbers with Poisson's distribution: below a mean of 10 by multiplying uniform numbers,
 * above by transformed rejection (W. Hoermann, Insurance: Mathematics and Economics 12 (1993), 39,
 * algorithm PTRS).
 */
public final class Poisson {
  private static final double SMALL = 10;

  private Poisson() {}

  /**
   * Draws one.
   *
   * @param mean at least 0, below 1e9
   */
  public static long draw(Philox random, double mean) {
    if (!(mean >= 0 && mean < 1e9)) {
      throw new IllegalArgumentException("a mean of " + mean);
    }
    return mean < SMALL ? small(random, mean) : large(random, mean);
  }

  private static long small(Philox random, double mean) {
    double limit = StrictMath.exp(-mean);
    long count = -1;
    double product = 1;
    do {
      product *= random.nextOpen();
      count++;
    } while (product > limit);
    return count;
  }

  private static long large(Philox random, double mean) {
    double root = StrictMath.sqrt(mean);
    double b = 0.931 + 2.53 * root;
    double a = -0.059 + 0.02483 * b;
    double inverse = 1.1239 + 1.1328 / (b - 3.4);
    double limit = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = random.nextOpen() - 0.5;
      double v = random.nextOpen();
      double distance = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / distance + b) * u + mean + 0.43);
      if (distance >= 0.07 && v <= limit) {
        return (long) k;
      }
      if (k < 0 || (distance < 0.013 && v > distance)) {
        continue;
      }
      double left = StrictMath.log(v * inverse / (a / (distance * distance) + b));
      if (left <= k * StrictMath.log(mean) - mean - logFactorial(k)) {
        return (long) k;
      }
    }
  }

  /** ln k!, by the sum below 20, by Stirling's series above (error below 1e-12). */
  static double logFactorial(double k) {
    if (k < 20) {
      double sum = 0;
      for (int i = 2; i <= k; i++) {
        sum += StrictMath.log(i);
      }
      return sum;
    }
    double inverse = 1 / (k + 1);
    double square = inverse * inverse;
    return (k + 0.5) * StrictMath.log(k + 1)
        - (k + 1)
        + 0.5 * StrictMath.log(2 * Math.PI)
        + inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
  }
}
