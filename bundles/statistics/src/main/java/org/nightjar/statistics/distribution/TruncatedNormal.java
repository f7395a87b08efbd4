package org.nightjar.statistics.distribution;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The normal distribution between two limits.
 *
 * <p>Source: C. P. Robert, Simulation of truncated normal variables, Statistics and Computing 5
 * (1995), 121, propositions 2.1 to 2.3: normal numbers where most of them stay, uniform ones in
 * narrow intervals, exponential ones in tails. It never takes more than a few tries.
 *
 * @param mean of the normal distribution, without limits
 * @param deviation standard deviation of it, above 0
 * @param lower limit; may be minus infinity
 * @param upper limit, above the lower; may be infinity
 */
@ProviderType
public record TruncatedNormal(double mean, double deviation, double lower, double upper)
    implements Distribution {
  /** Checks. */
  public TruncatedNormal {
    Require.finite("mean", mean);
    Require.positive("deviation", deviation);
    Require.interval(lower, upper);
  }

  @Override
  public double draw(RandomGenerator random) {
    double a = (lower - mean) / deviation;
    double b = (upper - mean) / deviation;
    double x = a < 0 && b <= 0 ? -above(-b, -a, random) : above(a, b, random);
    return Math.min(upper, Math.max(lower, mean + deviation * x));
  }

  /** Between limits of which the upper is above 0. */
  private static double above(double a, double b, RandomGenerator random) {
    if (a <= 0) {
      return b - a > Math.sqrt(2 * Math.PI) ? ordinary(a, b, random) : even(a, b, 0, random);
    }
    double root = Math.sqrt(a * a + 4);
    double rate = (a + root) / 2;
    double narrow = a + 2 / (a + root) * Elementary.exp((a * a - a * root) / 4 + 0.5);
    return b > narrow ? tail(a, b, rate, random) : even(a, b, a * a, random);
  }

  private static double ordinary(double a, double b, RandomGenerator random) {
    double x;
    do {
      x = random.nextGaussian();
    } while (x < a || x > b);
    return x;
  }

  /** Uniform proposals; the density is largest at the square. */
  private static double even(double a, double b, double square, RandomGenerator random) {
    double x;
    do {
      x = a + (b - a) * random.nextDouble();
    } while (random.nextDouble() > Elementary.exp((square - x * x) / 2));
    return x;
  }

  private static double tail(double a, double b, double rate, RandomGenerator random) {
    double x;
    double off;
    do {
      x = a + random.nextExponential() / rate;
      off = x - rate;
    } while (x > b || random.nextDouble() > Elementary.exp(-off * off / 2));
    return x;
  }
}
