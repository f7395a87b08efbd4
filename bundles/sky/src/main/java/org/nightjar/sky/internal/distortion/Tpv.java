package org.nightjar.sky.internal.distortion;

/**
 * The TPV convention (FITS registry of conventions, "The TPV World Coordinate System Convention"):
 * a polynomial in intermediate world coordinates, degrees, before the gnomonic projection.
 *
 * <p>PVi_0 is the constant, and each order k follows with its terms xi^k, xi^(k-1) eta, ... eta^k;
 * after odd orders stands r^k. For the latitude axis xi and eta change places. Without PVi_1 that
 * is 1, without any other that is 0.
 */
public final class Tpv {
  /** Terms of one axis: PVi_0 to PVi_39. */
  public static final int TERMS = 40;

  private static final int MOST_ORDER = 7;

  private Tpv() {}

  /**
   * The distortion of these coefficients.
   *
   * @param longitude PVi_m of the longitude axis, at least {@link #TERMS}, NaN where absent
   * @param latitude the same of the latitude axis
   */
  public static Distortion of(double[] longitude, double[] latitude) {
    return new PolynomialDistortion(warp(longitude, false), warp(latitude, true));
  }

  private static Warp warp(double[] pv, boolean swapped) {
    BivariatePolynomial polynomial = new BivariatePolynomial(MOST_ORDER);
    double[] radial = new double[MOST_ORDER + 1];
    int m = 0;
    for (int order = 0; order <= MOST_ORDER; order++) {
      for (int k = 0; k <= order; k++) {
        double coefficient = coefficient(pv, m++);
        polynomial.set(swapped ? k : order - k, swapped ? order - k : k, coefficient);
      }
      if (order % 2 == 1) {
        radial[order] = coefficient(pv, m++);
      }
    }
    return new Warp(polynomial.trimmed(), radial[1], radial[3], radial[5], radial[7]);
  }

  private static double coefficient(double[] pv, int m) {
    if (Double.isNaN(pv[m])) {
      return m == 1 ? 1 : 0;
    }
    return pv[m];
  }
}
