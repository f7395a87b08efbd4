package org.nightjar.statistics.distribution;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The gamma distribution, p(x) ~ x^(shape-1) exp(-x/scale).
 *
 * <p>Source: G. Marsaglia and W. W. Tsang, A simple method for generating gamma variables, ACM TOMS
 * 26 (2000), 363; shapes below 1 by their section 6, in logarithms, as shapes near 0 give numbers
 * below the smallest double.
 *
 * @param shape above 0
 * @param scale above 0
 */
@ProviderType
public record Gamma(double shape, double scale) implements Distribution {
  /** Checks. */
  public Gamma {
    Require.positive("shape", shape);
    Require.positive("scale", scale);
  }

  @Override
  public double draw(RandomGenerator random) {
    return scale * standard(shape, random);
  }

  /** Draws ln x: finite where x itself would be 0. */
  public double drawLogarithm(RandomGenerator random) {
    return Elementary.log(scale) + standardLogarithm(shape, random);
  }

  /** Mean. */
  public double mean() {
    return shape * scale;
  }

  /** Variance. */
  public double variance() {
    return shape * scale * scale;
  }

  /** Probability of at most x. */
  public double cumulative(double x) {
    return x <= 0 ? 0 : IncompleteGamma.regularisedLower(shape, x / scale);
  }

  /** A value of scale 1. */
  static double standard(double shape, RandomGenerator random) {
    return shape < 1 ? Elementary.exp(standardLogarithm(shape, random)) : large(shape, random);
  }

  /** The logarithm of a value of scale 1. */
  static double standardLogarithm(double shape, RandomGenerator random) {
    if (shape >= 1) {
      return Elementary.log(large(shape, random));
    }
    return Elementary.log(large(shape + 1, random)) - random.nextExponential() / shape;
  }

  /** A value of scale 1 and a shape of at least 1. */
  private static double large(double shape, RandomGenerator random) {
    double d = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + c * x;
      if (root <= 0) {
        continue;
      }
      double v = root * root * root;
      double u = random.nextDouble();
      double square = x * x;
      if (u < 1 - 0.0331 * square * square
          || Elementary.log(u) < 0.5 * square + d * (1 - v + Elementary.log(v))) {
        return d * v;
      }
    }
  }
}
