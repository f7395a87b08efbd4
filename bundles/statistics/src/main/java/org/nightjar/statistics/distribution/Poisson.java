package org.nightjar.statistics.distribution;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The Poisson distribution.
 *
 * <p>Source: W. Hörmann, The transformed rejection method for generating Poisson random variables,
 * Insurance: Mathematics and Economics 12 (1993), 39, algorithm PTRS, from a mean of 10 on; below,
 * products of uniform numbers (D. E. Knuth, The Art of Computer Programming 2, 3.4.1).
 *
 * @param mean from 0 to 1e12
 */
@ProviderType
public record Poisson(double mean) implements Distribution {
  private static final double MOST = 1e12;
  private static final double LARGE = 10;

  /** Checks. */
  public Poisson {
    if (!(mean >= 0 && mean <= MOST)) {
      throw new IllegalArgumentException("the mean is " + mean + ", not from 0 to 1e12");
    }
  }

  @Override
  public double draw(RandomGenerator random) {
    return drawCount(random);
  }

  /** Draws a count. */
  public long drawCount(RandomGenerator random) {
    if (mean == 0) {
      return 0;
    }
    return mean < LARGE ? products(random) : rejection(random);
  }

  private long products(RandomGenerator random) {
    double limit = StrictMath.exp(-mean);
    long count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  private long rejection(RandomGenerator random) {
    double root = Math.sqrt(mean);
    double logMean = StrictMath.log(mean);
    double b = 0.931 + 2.53 * root;
    double a = -0.059 + 0.02483 * b;
    double inverse = 1.1239 + 1.1328 / (b - 3.4);
    double squeeze = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= squeeze) {
        return (long) k;
      }
      if (k < 0 || (us < 0.013 && v > us)) {
        continue;
      }
      double left = StrictMath.log(v * inverse / (a / (us * us) + b));
      if (left <= k * logMean - mean - GammaFunction.logarithm(k + 1)) {
        return (long) k;
      }
    }
  }
}
