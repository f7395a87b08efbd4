package org.nightjar.galaxies.shape;

import java.util.random.RandomGenerator;
import org.nightjar.statistics.distribution.Distribution;
import org.nightjar.statistics.distribution.Elementary;
import org.nightjar.statistics.distribution.TruncatedNormal;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Ellipticities (1 - q) / (1 + q) of discs that are not quite round, seen from random directions.
 * The thickness c/a is normal between 0 and 1; ln(1 - b/a) is normal below 0.
 *
 * <p>Source: B. S. Ryden, ApJ 601 (2004), 214, equations 10 and 11, with the projection of {@link
 * TriaxialEllipsoid}.
 */
@ProviderType
public final class RydenEllipticity implements Distribution {
  private final TruncatedNormal thickness;
  private final TruncatedNormal logDeparture;

  /**
   * A distribution.
   *
   * @param meanThickness mu_gamma
   * @param sigmaThickness sigma_gamma, above 0
   * @param mean mu of ln(1 - b/a)
   * @param sigma of ln(1 - b/a), above 0
   */
  public RydenEllipticity(double meanThickness, double sigmaThickness, double mean, double sigma) {
    thickness = new TruncatedNormal(meanThickness, sigmaThickness, 0, 1);
    logDeparture = new TruncatedNormal(mean, sigma, Double.NEGATIVE_INFINITY, 0);
  }

  @Override
  public double draw(RandomGenerator random) {
    double q = drawAxisRatio(random);
    return (1 - q) / (1 + q);
  }

  /** Draws the axis ratio q, short over long. */
  public double drawAxisRatio(RandomGenerator random) {
    double xi = thickness.draw(random);
    double zeta = 1 - Elementary.exp(logDeparture.draw(random));
    double cosine = random.nextDouble();
    return TriaxialEllipsoid.seenFrom(zeta, xi, cosine, Math.PI / 2 * random.nextDouble());
  }
}
