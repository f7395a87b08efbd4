package org.nightjar.lensing.mass;

/**
 * A sphere of Hernquist: rho ~ 1/[(r/R_s)(1 + r/R_s)^3], kappa = sigma_0 [(2+X^2) h - 3]/(X^2-1)^2.
 *
 * <p>Sources: L. Hernquist, ApJ 356 (1990), 359, equation 32; C. R. Keeton, astro-ph/0102341,
 * section 3.9.
 *
 * @param strength sigma_0
 * @param scaleRadius R_s, arcsec, above 0
 * @param x middle, arcsec
 * @param y middle, arcsec
 */
public record SphericalHernquist(double strength, double scaleRadius, double x, double y)
    implements CircularMass {
  /** Checks the range. */
  public SphericalHernquist {
    Ranges.above0("a scale radius", scaleRadius);
  }

  @Override
  public double convergence(double radius) {
    return strength * HaloFunctions.hernquist(radius / scaleRadius);
  }

  @Override
  public double meanConvergence(double radius) {
    return 2 * strength * HaloFunctions.f(radius / scaleRadius);
  }

  @Override
  public double radialPotential(double radius) {
    double u = radius / scaleRadius;
    return 2 * strength * scaleRadius * scaleRadius * (Math.log(0.5 * u) + HaloFunctions.h(u));
  }

  @Override
  public boolean singular() {
    return false;
  }
}
