package org.nightjar.lensing.mass;

/**
 * A point: alpha = theta_E^2/r.
 *
 * <p>Source: R. Narayan and M. Bartelmann, astro-ph/9606001, section 3.1.1.
 *
 * @param einsteinRadius theta_E, arcsec
 * @param x place, arcsec
 * @param y place, arcsec
 */
public record PointMass(double einsteinRadius, double x, double y) implements CircularMass {
  @Override
  public double convergence(double radius) {
    return 0;
  }

  @Override
  public double meanConvergence(double radius) {
    return einsteinRadius * einsteinRadius / (radius * radius);
  }

  @Override
  public double radialPotential(double radius) {
    return einsteinRadius * einsteinRadius * Math.log(radius);
  }

  @Override
  public boolean singular() {
    return true;
  }
}
