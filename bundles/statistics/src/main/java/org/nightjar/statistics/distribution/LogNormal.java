package org.nightjar.statistics.distribution;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The log-normal distribution: ln x is normal.
 *
 * @param median above 0
 * @param deviation standard deviation of ln x, at least 0
 */
@ProviderType
public record LogNormal(double median, double deviation) implements Distribution {
  /** Checks. */
  public LogNormal {
    Require.positive("median", median);
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException("the deviation is " + deviation + ", not at least 0");
    }
  }

  @Override
  public double draw(RandomGenerator random) {
    return median * Elementary.exp(deviation * random.nextGaussian());
  }

  /** Mean. */
  public double mean() {
    return median * Math.exp(deviation * deviation / 2);
  }

  /** Variance. */
  public double variance() {
    return mean() * mean() * Math.expm1(deviation * deviation);
  }
}
