package org.nightjar.rendering.light;

import org.nightjar.rendering.internal.numeric.Gamma;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What follows from a Sersic index n: the b_n that makes R_e the radius of half the light,
 * gamma(2n, b_n) = Gamma(2n)/2, and the light within.
 *
 * <p>Sources: L. Ciotti and G. Bertin, A&amp;A 352 (1999), 447, equation 18; A. W. Graham and S. P.
 * Driver, PASA 22 (2005), 118, equations 1 to 4; below n = 0.36 the polynomial of L. A. MacArthur,
 * S. Courteau and J. A. Holtzman, ApJ 582 (2003), 689, equation A2.
 */
@ProviderType
public final class SersicIndex {
  private static final double SERIES_FROM = 0.36;
  private static final int MOST_STEPS = 20;

  private SersicIndex() {}

  /**
   * b_n to 1e-13: Newton's steps from the series, until nothing moves (two from n = 0.5 on).
   *
   * @param n 0.1 to 20
   * @throws IllegalArgumentException if n is out of range
   */
  public static double b(double n) {
    if (!(n >= 0.1 && n <= 20)) {
      throw new IllegalArgumentException("a Sersic index of " + n + ": it is 0.1 to 20");
    }
    double b = Math.max(1e-6, n < SERIES_FROM ? polynomial(n) : series(n));
    double logGamma = Gamma.log(2 * n);
    for (int step = 0; step < MOST_STEPS; step++) {
      double slope = Math.exp((2 * n - 1) * Math.log(b) - b - logGamma);
      double change = (Gamma.lower(2 * n, b) - 0.5) / slope;
      b = Math.max(0.5 * b, b - change);
      if (Math.abs(change) < 1e-14 * b) {
        break;
      }
    }
    return b;
  }

  /**
   * The series of Ciotti and Bertin: good to 4e-4 at n = 0.5, 2.5e-5 at 1, 1e-6 at 2.
   *
   * @param n at least 0.36
   */
  public static double series(double n) {
    return 2 * n
        - 1.0 / 3
        + 4 / (405 * n)
        + 46 / (25515 * n * n)
        + 131 / (1148175 * n * n * n)
        - 2194697 / (30690717750.0 * n * n * n * n);
  }

  /**
   * Light within all radii, for R_e = 1 and a surface brightness of 1 there: 2 pi n e^b b^(-2n)
   * Gamma(2n).
   */
  public static double totalFlux(double n) {
    double b = b(n);
    return 2 * Math.PI * n * Math.exp(b - 2 * n * Math.log(b) + Gamma.log(2 * n));
  }

  /**
   * Share of the light within a radius.
   *
   * @param n index
   * @param radius in units of R_e
   */
  public static double lightWithin(double n, double radius) {
    return Gamma.lower(2 * n, b(n) * Math.pow(radius, 1 / n));
  }

  private static double polynomial(double n) {
    return 0.01945 + n * (-0.8902 + n * (10.95 + n * (-19.67 + n * 13.43)));
  }
}
