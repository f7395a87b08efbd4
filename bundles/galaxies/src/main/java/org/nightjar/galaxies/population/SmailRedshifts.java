package org.nightjar.galaxies.population;

import java.util.random.RandomGenerator;
import org.nightjar.statistics.distribution.Distribution;
import org.nightjar.statistics.distribution.GeneralisedGamma;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The redshifts of a survey of some depth, p(z) ~ (z/z0)^alpha exp[-(z/z0)^beta].
 *
 * <p>Source: I. Smail, R. S. Ellis and M. J. Fitchett, MNRAS 270 (1994), 245; A. Amara and A.
 * Réfrégier, MNRAS 381 (2007), 1018, equation 9.
 */
@ProviderType
public final class SmailRedshifts implements Distribution {
  private final GeneralisedGamma distribution;

  /**
   * Redshifts of a median.
   *
   * @param median above 0
   * @param alpha above -1
   * @param beta above 0
   */
  public SmailRedshifts(double median, double alpha, double beta) {
    distribution = GeneralisedGamma.ofMedian(alpha, beta, median);
  }

  @Override
  public double draw(RandomGenerator random) {
    return distribution.draw(random);
  }

  /** The scale z0 that gives the median. */
  public double scale() {
    return distribution.scale();
  }

  /** Mean redshift. */
  public double mean() {
    return distribution.mean();
  }

  /** Standard deviation of the redshift. */
  public double deviation() {
    return Math.sqrt(distribution.variance());
  }

  /** The redshift of a cumulative probability, from 0 to 1. */
  public double quantile(double probability) {
    return distribution.quantile(probability);
  }
}
