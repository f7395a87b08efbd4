package org.nightjar.statistics.distribution;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Schechter's function between two limits, p(x) ~ x^alpha exp(-x). Drawn by the inverse of the
 * cumulative distribution of ln x.
 *
 * <p>Source: P. Schechter, ApJ 203 (1976), 297, equation 3.
 */
@ProviderType
public final class TruncatedSchechter implements Distribution {
  private final double alpha;
  private final double min;
  private final double max;
  private final QuantileTable logarithm;

  /**
   * A distribution to {@link QuantileTable#DEFAULT_TOLERANCE}.
   *
   * @param alpha any finite number, also below -1
   * @param min smallest x, above 0
   * @param max largest x, above min
   */
  public TruncatedSchechter(double alpha, double min, double max) {
    this.alpha = Require.finite("alpha", alpha);
    this.min = Require.positive("min", min);
    this.max = Require.positive("max", max);
    Require.interval(min, max);
    logarithm =
        QuantileTable.of(
            t -> Math.exp((alpha + 1) * t - Math.exp(t)),
            Math.log(min),
            Math.log(max),
            QuantileTable.DEFAULT_TOLERANCE);
  }

  @Override
  public double draw(RandomGenerator random) {
    return bounded(Elementary.exp(logarithm.draw(random)));
  }

  /** Draws ln x. */
  public double drawLogarithm(RandomGenerator random) {
    return logarithm.draw(random);
  }

  /** The x of a cumulative probability, from 0 to 1. */
  public double quantile(double probability) {
    return bounded(Elementary.exp(logarithm.quantile(probability)));
  }

  /** exp and ln may be a last digit apart. */
  private double bounded(double x) {
    return Math.max(min, Math.min(max, x));
  }

  /** Probability of at most x. */
  public double cumulative(double x) {
    return x <= min ? 0 : logarithm.cumulative(Math.log(x));
  }

  /** The integral of x^alpha exp(-x): Gamma(alpha+1, min) - Gamma(alpha+1, max). */
  public double normalisation() {
    return logarithm.integral();
  }

  /** Mean. */
  public double mean() {
    return (IncompleteGamma.upper(alpha + 2, min) - IncompleteGamma.upper(alpha + 2, max))
        / normalisation();
  }

  /** How far a cumulative probability may be off; see {@link QuantileTable#error}. */
  public double error() {
    return logarithm.error();
  }
}
