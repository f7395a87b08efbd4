package org.nightjar.lensing.mass;

/**
 * Singular isothermal sphere: alpha = theta_E, kappa = theta_E/(2 r).
 *
 * <p>Source: R. Narayan and M. Bartelmann, astro-ph/9606001, section 3.1.5.
 *
 * @param einsteinRadius theta_E, arcsec
 * @param x middle, arcsec
 * @param y middle, arcsec
 */
public record Sis(double einsteinRadius, double x, double y) implements CircularMass {
  @Override
  public double convergence(double radius) {
    return 0.5 * einsteinRadius / radius;
  }

  @Override
  public double meanConvergence(double radius) {
    return einsteinRadius / radius;
  }

  @Override
  public double radialPotential(double radius) {
    return einsteinRadius * radius;
  }

  @Override
  public boolean singular() {
    return true;
  }
}
