package org.nightjar.api.report;

/**
 * Where on the sky.
 *
 * @param ra right ascension of the centre, ICRS degrees in [0, 360)
 * @param dec declination of the centre, ICRS degrees in [-90, 90]
 * @param radius radius of the circle around what was found, degrees, not negative
 */
public record SkyCircle(double ra, double dec, double radius) {
  /** Refuses positions that are not on the sky. */
  public SkyCircle {
    if (!(ra >= 0 && ra < 360) || !(dec >= -90 && dec <= 90) || !(radius >= 0)) {
      throw new IllegalArgumentException(
          "not on the sky: ra " + ra + ", dec " + dec + ", radius " + radius);
    }
  }
}
