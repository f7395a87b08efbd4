package org.nightjar.statistics.distribution;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Schechter's function above a limit that is another one for each draw, as in a flux-limited
 * catalogue. One table serves all limits: it inverts ln Gamma(alpha+1, x), so that its error is
 * relative to what lies above the limit.
 */
@ProviderType
public final class SchechterTail {
  /** Gamma(alpha+1, x) is about exp(-1000) there; drawn values end here. */
  public static final double MOST = 1e3;

  private static final double LOG_MOST = Math.log(MOST);

  private final double order;
  private final double least;
  private final InverseTable inverse;

  /**
   * Tabulates.
   *
   * @param alpha any finite number
   * @param least the smallest limit ever asked for, from 1e-100 to {@link #MOST}, exclusively
   * @param tolerance of cumulative probabilities above any limit, above 0
   */
  public SchechterTail(double alpha, double least, double tolerance) {
    this.order = Require.finite("alpha", alpha) + 1;
    this.least = Require.positive("least", least);
    Require.interval(least, MOST);
    Require.interval(1e-101, least);
    inverse =
        InverseTable.of(
            t -> -logarithm(Elementary.exp(t)),
            t -> {
              double x = Elementary.exp(t);
              return Math.exp(order * t - x - logarithm(x));
            },
            Math.log(least),
            LOG_MOST,
            tolerance);
  }

  /** ln Gamma(alpha+1, x), which {@link #drawLogarithm} wants. */
  public double logarithm(double x) {
    return IncompleteGamma.logarithmOfUpper(order, x);
  }

  /**
   * Draws ln x above a limit.
   *
   * @param limit {@link #logarithm} of the limit, which is at least the least
   */
  public double drawLogarithm(double limit, RandomGenerator random) {
    return inverse.inverse(-limit - Elementary.log(1 - random.nextDouble()));
  }

  /**
   * Draws ln x between two limits.
   *
   * @param lower {@link #logarithm} of the lower limit, which is at least the least
   * @param upper {@link #logarithm} of the upper limit
   */
  public double drawLogarithm(double lower, double upper, RandomGenerator random) {
    double beyond = Elementary.exp(upper - lower);
    double share = 1 - random.nextDouble();
    return inverse.inverse(-lower - Elementary.log(beyond + share * (1 - beyond)));
  }

  /** The smallest limit. */
  public double least() {
    return least;
  }

  /** The largest error of a cumulative probability above a limit at the places looked at. */
  public double error() {
    return inverse.error();
  }
}
