package org.nightjar.sky.internal.sphere;

/**
 * The E-terms of aberration, which places in FK4 contain: a vector of length 0.3 arcseconds along
 * the Earth's velocity in a circular orbit minus that in its real one.
 *
 * @param x towards the equinox, radians
 * @param y towards right ascension 90 degrees
 * @param z towards the pole
 */
record Eterms(double x, double y, double z) {
  /** Constant of aberration, degrees: 20.49552 arcseconds. */
  private static final double ABERRATION = 0.0056932;

  private static final double JULIAN_CENTURY = 36525;

  /**
   * At a Besselian epoch: Explanatory Supplement (1992), equation 3.531-1, with eccentricity and
   * perigee from B1950 and the obliquity of IAU 1980.
   */
  static Eterms of(double equinox) {
    double jd = Precession.julianDate(equinox);
    double since1950 = (jd - Precession.julianDate(1950)) / JULIAN_CENTURY;
    double since2000 = (jd - 2451545.0) / JULIAN_CENTURY;
    double eccentricity = Precession.horner(since1950, 0.01673011, -0.00004193, -0.000000126);
    double perigee = arcsec(Precession.horner(since1950, 1015489.951, 6190.67, 1.65, 0.012));
    double obliquity =
        arcsec(Precession.horner(since2000, 84381.448, -46.8150, -0.00059, 0.001813));
    double size = eccentricity * Math.toRadians(ABERRATION);
    return new Eterms(
        size * Math.sin(perigee),
        -size * Math.cos(perigee) * Math.cos(obliquity),
        -size * Math.cos(perigee) * Math.sin(obliquity));
  }

  private static double arcsec(double angle) {
    return Math.toRadians(angle / 3600);
  }

  double dot(double[] v) {
    return x * v[0] + y * v[1] + z * v[2];
  }
}
