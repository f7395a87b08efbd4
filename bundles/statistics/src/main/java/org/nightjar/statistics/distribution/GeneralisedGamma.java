package org.nightjar.statistics.distribution;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The generalised gamma distribution, p(x) ~ (x/scale)^exponent exp[-(x/scale)^power]: (x/scale) to
 * the power is a gamma number of shape (exponent + 1) / power.
 *
 * <p>Source: E. W. Stacy, Ann. Math. Statist. 33 (1962), 1187.
 *
 * @param exponent above -1
 * @param power above 0
 * @param scale above 0
 */
@ProviderType
public record GeneralisedGamma(double exponent, double power, double scale)
    implements Distribution {
  /** Checks. */
  public GeneralisedGamma {
    Require.positive("exponent + 1", exponent + 1);
    Require.positive("power", power);
    Require.positive("scale", scale);
  }

  /** The one of a median: the median over that of scale 1 is its scale. */
  public static GeneralisedGamma ofMedian(double exponent, double power, double median) {
    return new GeneralisedGamma(
        exponent, power, median / new GeneralisedGamma(exponent, power, 1).quantile(0.5));
  }

  @Override
  public double draw(RandomGenerator random) {
    return scale * Elementary.exp(Gamma.standardLogarithm(shape(), random) / power);
  }

  /** Mean of x to the k, for k of 1, 2, ... */
  public double moment(int k) {
    return Math.pow(scale, k)
        * Math.exp(GammaFunction.logarithm(shape() + k / power) - GammaFunction.logarithm(shape()));
  }

  /** Mean. */
  public double mean() {
    return moment(1);
  }

  /** Variance. */
  public double variance() {
    return moment(2) - moment(1) * moment(1);
  }

  /** Probability of at most x. */
  public double cumulative(double x) {
    return x <= 0 ? 0 : IncompleteGamma.regularisedLower(shape(), Math.pow(x / scale, power));
  }

  /** The x of a cumulative probability, from 0 to 1. */
  public double quantile(double probability) {
    return scale * Math.pow(IncompleteGamma.inverseLower(shape(), probability), 1 / power);
  }

  private double shape() {
    return (exponent + 1) / power;
  }
}
