package org.nightjar.statistics.distribution;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The beta distribution, p(x) ~ x^(a-1) (1-x)^(b-1) on [0, 1], as the share of one of two gamma
 * numbers.
 *
 * @param a above 0
 * @param b above 0
 */
@ProviderType
public record Beta(double a, double b) implements Distribution {
  /** Checks. */
  public Beta {
    Require.positive("a", a);
    Require.positive("b", b);
  }

  @Override
  public double draw(RandomGenerator random) {
    if (a >= 1 && b >= 1) {
      double x = Gamma.standard(a, random);
      return x / (x + Gamma.standard(b, random));
    }
    double x = Gamma.standardLogarithm(a, random);
    double y = Gamma.standardLogarithm(b, random);
    return 1 / (1 + Elementary.exp(y - x));
  }

  /** Mean. */
  public double mean() {
    return a / (a + b);
  }

  /** Variance. */
  public double variance() {
    return a * b / ((a + b) * (a + b) * (a + b + 1));
  }
}
