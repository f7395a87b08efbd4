package org.nightjar.lensing.mass;

/**
 * rho ~ r^-gamma: alpha = theta_E (r/theta_E)^(2-gamma).
 *
 * <p>Source: R. Barkana, ApJ 502 (1998), 531, for a round lens.
 *
 * @param einsteinRadius theta_E, arcsec, above 0
 * @param gamma slope, above 1 and below 3; 2 is isothermal
 * @param x middle, arcsec
 * @param y middle, arcsec
 */
public record SphericalPowerLaw(double einsteinRadius, double gamma, double x, double y)
    implements CircularMass {
  /** Checks the ranges. */
  public SphericalPowerLaw {
    Ranges.slope(gamma);
    Ranges.above0("an Einstein radius", einsteinRadius);
  }

  @Override
  public double convergence(double radius) {
    return 0.5 * (3 - gamma) * meanConvergence(radius);
  }

  @Override
  public double meanConvergence(double radius) {
    return Math.pow(einsteinRadius / radius, gamma - 1);
  }

  @Override
  public double radialPotential(double radius) {
    return einsteinRadius
        * einsteinRadius
        * Math.pow(radius / einsteinRadius, 3 - gamma)
        / (3 - gamma);
  }

  @Override
  public boolean singular() {
    return true;
  }
}
