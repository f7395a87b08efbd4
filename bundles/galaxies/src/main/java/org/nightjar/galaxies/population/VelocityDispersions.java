package org.nightjar.galaxies.population;

import java.util.random.RandomGenerator;
import org.nightjar.statistics.distribution.Distribution;
import org.nightjar.statistics.distribution.Elementary;
import org.nightjar.statistics.distribution.TruncatedSchechter;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Velocity dispersions of early-type galaxies, p(s) ~ (s/s*)^alpha exp[-(s/s*)^beta] / s between
 * two limits: (s/s*)^beta follows Schechter's function of slope alpha/beta - 1.
 *
 * <p>Source: Y.-Y. Choi, C. Park and M. S. Vogeley, ApJ 658 (2007), 884, equation 4.
 */
@ProviderType
public final class VelocityDispersions implements Distribution {
  private final double beta;
  private final double characteristic;
  private final double least;
  private final double most;
  private final TruncatedSchechter powers;

  /**
   * A distribution.
   *
   * @param alpha any finite number
   * @param beta above 0
   * @param characteristic s*, km/s, above 0
   * @param least km/s, above 0
   * @param most km/s, above the least
   */
  public VelocityDispersions(
      double alpha, double beta, double characteristic, double least, double most) {
    if (!(beta > 0 && characteristic > 0)) {
      throw new IllegalArgumentException("beta " + beta + ", dispersion " + characteristic);
    }
    this.beta = beta;
    this.characteristic = characteristic;
    this.least = least;
    this.most = most;
    powers =
        new TruncatedSchechter(
            alpha / beta - 1,
            Math.pow(least / characteristic, beta),
            Math.pow(most / characteristic, beta));
  }

  @Override
  public double draw(RandomGenerator random) {
    double drawn = characteristic * Elementary.exp(powers.drawLogarithm(random) / beta);
    return Math.max(least, Math.min(most, drawn));
  }

  /** The dispersion of a cumulative probability, km/s. */
  public double quantile(double probability) {
    return characteristic * Math.pow(powers.quantile(probability), 1 / beta);
  }

  /** How far a cumulative probability may be off. */
  public double error() {
    return powers.error();
  }
}
