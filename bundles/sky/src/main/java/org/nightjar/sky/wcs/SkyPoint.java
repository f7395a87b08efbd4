package org.nightjar.sky.wcs;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A direction.
 *
 * @param ra right ascension, ICRS degrees in [0, 360); NaN where the projection has no sky
 * @param dec declination, ICRS degrees in [-90, 90]; NaN where {@code ra} is
 */
@ProviderType
public record SkyPoint(double ra, double dec) {
  /** Whether this is on the sky. */
  public boolean exists() {
    return !Double.isNaN(ra) && !Double.isNaN(dec);
  }

  /**
   * Angle to another point in degrees, [0, 180], exact for tiny and for large angles (Vincenty's
   * formula).
   */
  public double distance(SkyPoint other) {
    double turn = Math.toRadians(other.ra - ra);
    double d1 = Math.toRadians(dec);
    double d2 = Math.toRadians(other.dec);
    double east = Math.cos(d2) * Math.sin(turn);
    double north = Math.cos(d1) * Math.sin(d2) - Math.sin(d1) * Math.cos(d2) * Math.cos(turn);
    double along = Math.sin(d1) * Math.sin(d2) + Math.cos(d1) * Math.cos(d2) * Math.cos(turn);
    return Math.toDegrees(Math.atan2(Math.hypot(east, north), along));
  }
}
