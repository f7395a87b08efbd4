package org.nightjar.galaxies.shape;

import java.util.random.RandomGenerator;
import org.nightjar.statistics.distribution.Distribution;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The axis ratio of an ellipsoid as it appears from a random direction.
 *
 * <p>Source: J. Binney, MNRAS 212 (1985), 767, equations 11 and 12.
 *
 * @param zeta middle over long axis, from 0 to 1
 * @param xi short over long axis, above 0 and at most 1
 */
@ProviderType
public record TriaxialEllipsoid(double zeta, double xi) implements Distribution {
  /** Checks. */
  public TriaxialEllipsoid {
    if (!(zeta >= 0 && zeta <= 1 && xi >= 0 && xi <= 1)) {
      throw new IllegalArgumentException("axis ratios " + zeta + " and " + xi + ", not 0 to 1");
    }
  }

  @Override
  public double draw(RandomGenerator random) {
    double cosine = random.nextDouble();
    return seenFrom(zeta, xi, cosine, Math.PI / 2 * random.nextDouble());
  }

  /**
   * The axis ratio as seen from a direction.
   *
   * @param cosine of the angle to the short axis
   * @param azimuth about it, from the long axis, radians
   */
  public double seenFrom(double cosine, double azimuth) {
    return seenFrom(zeta, xi, cosine, azimuth);
  }

  /** Binney's A, B and C, all times (xi zeta)^2, so that discs are no exception. */
  static double seenFrom(double zeta, double xi, double cosine, double azimuth) {
    double cos2 = cosine * cosine;
    double sine = StrictMath.sin(azimuth);
    double sin2 = sine * sine;
    double flat = 1 - zeta * zeta;
    double a = cos2 * (1 - flat * sin2) + (1 - cos2) * xi * xi;
    double b2 = 4 * cos2 * flat * flat * sin2 * (1 - sin2);
    double c = 1 - flat * (1 - sin2);
    double root = Math.sqrt((a - c) * (a - c) + b2);
    return Math.sqrt(Math.max(0, (a + c - root) / (a + c + root)));
  }
}
