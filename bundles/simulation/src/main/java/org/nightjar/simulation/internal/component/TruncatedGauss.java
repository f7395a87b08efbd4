package org.nightjar.simulation.internal.component;

import org.nightjar.api.simulation.RandomStream;

/**
 * A standard normal number between two bounds, without bias, by rejection.
 *
 * <p>Source: C. P. Robert, Simulation of truncated normal variables, Statistics and Computing 5
 * (1995), 121, sections 2.1 and 2.2.
 */
final class TruncatedGauss {
  /** An interval that is shorter than this, or lies in a tail, has no use for normal numbers. */
  private static final double WIDE = 2;

  private TruncatedGauss() {}

  /** A number between two bounds, the lower one first; the upper one if it is above that. */
  static double draw(double low, double high, RandomStream random) {
    if (low > 0) {
      return tail(low, high, random);
    }
    if (high < 0) {
      return -tail(-high, -low, random);
    }
    if (high - low > WIDE) {
      double value = random.nextGaussian();
      while (value < low || value > high) {
        value = random.nextGaussian();
      }
      return value;
    }
    return flat(low, high, 0, random);
  }

  /** Both bounds above 0. */
  private static double tail(double low, double high, RandomStream random) {
    double rate = (low + StrictMath.sqrt(low * low + 4)) / 2;
    if ((high - low) * rate < WIDE) {
      return flat(low, high, low, random);
    }
    while (true) {
      double value = low + random.nextExponential() / rate;
      double away = value - rate;
      if (value <= high && random.nextDouble() <= StrictMath.exp(-away * away / 2)) {
        return value;
      }
    }
  }

  /** Uniform numbers, kept as often as the density says; it is highest at the peak. */
  private static double flat(double low, double high, double peak, RandomStream random) {
    while (true) {
      double value = low + random.nextDouble() * (high - low);
      double less = (peak * peak - value * value) / 2;
      if (random.nextDouble() <= StrictMath.exp(less)) {
        return value;
      }
    }
  }
}
