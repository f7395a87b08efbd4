package org.nightjar.lensing.mass;

/**
 * A halo of Navarro, Frenk and White: rho ~ 1/[(r/R_s)(1 + r/R_s)^2].
 *
 * <p>Sources: J. F. Navarro, C. S. Frenk and S. D. M. White, ApJ 490 (1997), 493; M. Bartelmann,
 * A&amp;A 313 (1996), 697, equations 7 to 12; C. O. Wright and T. G. Brainerd, ApJ 534 (2000), 34;
 * potential: M. Meneghetti, M. Bartelmann and L. Moscardini, MNRAS 340 (2003), 105, equation 8.
 *
 * @param scaleRadius R_s, arcsec, above 0
 * @param deflection at R_s, arcsec
 * @param x middle, arcsec
 * @param y middle, arcsec
 */
public record SphericalNfw(double scaleRadius, double deflection, double x, double y)
    implements CircularMass {
  /** Checks the range. */
  public SphericalNfw {
    Ranges.above0("a scale radius", scaleRadius);
  }

  /** k_s: a quarter of the mean convergence within R_s over (1 + ln(1/2)). */
  public double strength() {
    return deflection / (4 * scaleRadius * (1 + Math.log(0.5)));
  }

  @Override
  public double convergence(double radius) {
    return 2 * strength() * HaloFunctions.f(radius / scaleRadius);
  }

  @Override
  public double meanConvergence(double radius) {
    return 4 * strength() * HaloFunctions.mean(radius / scaleRadius);
  }

  @Override
  public double radialPotential(double radius) {
    double u = radius / scaleRadius;
    double h = HaloFunctions.h(u);
    double log = Math.log(0.5 * u);
    return 2 * strength() * scaleRadius * scaleRadius * (log * log - (1 - u) * (1 + u) * h * h);
  }

  @Override
  public boolean singular() {
    return false;
  }
}
