package org.nightjar.sky.internal.sphere;

/** How the mean equator and equinox move. */
final class Precession {
  private static final double ARCSEC = Math.toRadians(1 / 3600.0);

  private Precession() {}

  /**
   * From J2000 to another equinox in Julian years: IAU 2006, Capitaine, Wallace & Chapront (2003,
   * A&A 412, 567), equations 40 and 41.
   */
  static Matrix3 fromJ2000(double equinox) {
    double t = (equinox - 2000) / 100;
    double zeta = horner(t, 2.650545, 2306.083227, 0.2988499, 0.01801828, -5.971e-6, -3.173e-7);
    double z = horner(t, -2.650545, 2306.077181, 1.0927348, 0.01826837, -28.596e-6, -2.904e-7);
    double theta = horner(t, 0, 2004.191903, -0.4294934, -0.04182264, -7.089e-6, -1.274e-7);
    return turn(zeta, z, theta);
  }

  /**
   * From one equinox to another, Besselian years, after Newcomb: Explanatory Supplement to the
   * Astronomical Almanac (1992), table 3.214.
   */
  static Matrix3 newcomb(double from, double to) {
    double t1 = (from - 1850) / 1000;
    double dt = (to - from) / 1000;
    double rate = 23035.545 + t1 * 139.720 + 0.060 * t1 * t1;
    double zeta = horner(dt, 0, rate, 30.240 - 0.27 * t1, 17.995);
    double z = horner(dt, 0, rate, 109.480 + 0.39 * t1, 18.325);
    double theta = horner(dt, 0, 20051.12 - 85.29 * t1 - 0.37 * t1 * t1, -42.65 - 0.37 * t1, -41.8);
    return turn(zeta, z, theta);
  }

  /** A Besselian epoch as a Julian one (Lieske 1979, A&A 73, 282). */
  static double julianYear(double besselianYear) {
    return 2000 + (julianDate(besselianYear) - 2451545.0) / 365.25;
  }

  static double julianDate(double besselianYear) {
    return 2415020.31352 + (besselianYear - 1900) * 365.242198781;
  }

  /** Angles in arcseconds. */
  private static Matrix3 turn(double zeta, double z, double theta) {
    return Matrix3.aboutZ(-z * ARCSEC)
        .after(Matrix3.aboutY(theta * ARCSEC))
        .after(Matrix3.aboutZ(-zeta * ARCSEC));
  }

  static double horner(double t, double... coefficients) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * t + coefficients[i];
    }
    return sum;
  }
}
