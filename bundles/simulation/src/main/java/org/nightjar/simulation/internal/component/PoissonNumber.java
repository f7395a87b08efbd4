package org.nightjar.simulation.internal.component;

import org.nightjar.api.simulation.RandomStream;

/**
 * Poisson numbers: by inversion below a mean of 30, by transformed rejection up to 10^9, rounded
 * normal numbers above.
 *
 * <p>Source: W. Hormann, The transformed rejection method for generating Poisson random variables,
 * Insurance: Mathematics and Economics 12 (1993), 39, algorithm PTRS.
 */
final class PoissonNumber {
  private static final double SMALL = 30;

  /** From here on the logarithms cancel, and a normal number is as good to a part in 10^4. */
  private static final double LARGE = 1e9;

  private PoissonNumber() {}

  /** A number of this mean, 0 to 2^52. */
  static long draw(double mean, RandomStream random) {
    if (mean < SMALL) {
      return inverted(mean, random);
    }
    return mean < LARGE
        ? rejected(mean, random)
        : Math.round(mean + StrictMath.sqrt(mean) * random.nextGaussian());
  }

  private static long inverted(double mean, RandomStream random) {
    double rest = random.nextDouble();
    double chance = StrictMath.exp(-mean);
    long number = 0;
    while (rest >= chance && chance > 0) {
      rest -= chance;
      number++;
      chance *= mean / number;
    }
    return number;
  }

  private static long rejected(double mean, RandomStream random) {
    double b = 0.931 + 2.53 * StrictMath.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double alpha = 1.1239 + 1.1328 / (b - 3.4);
    double sure = 0.9277 - 3.6224 / (b - 2);
    double logMean = StrictMath.log(mean);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextOpen();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= sure) {
        return (long) k;
      }
      if (k < 0 || (us < 0.013 && v > us)) {
        continue;
      }
      double left = StrictMath.log(v) + StrictMath.log(alpha) - StrictMath.log(a / (us * us) + b);
      if (left <= k * logMean - mean - logFactorial(k)) {
        return (long) k;
      }
    }
  }

  /** Stirling's series from 10 on; exact products below. */
  private static double logFactorial(double k) {
    if (k < 10) {
      double product = 1;
      for (int i = 2; i <= k; i++) {
        product *= i;
      }
      return StrictMath.log(product);
    }
    double n = k + 1;
    double inverse = 1 / n;
    double series =
        inverse * (1.0 / 12 - inverse * inverse * (1.0 / 360 - inverse * inverse / 1260));
    return (n - 0.5) * StrictMath.log(n) - n + 0.5 * StrictMath.log(2 * StrictMath.PI) + series;
  }
}
