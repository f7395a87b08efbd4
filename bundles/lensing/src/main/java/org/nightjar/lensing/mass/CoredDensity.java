package org.nightjar.lensing.mass;

/**
 * A core that ends steeply: kappa = sigma_0 (1 + r^2/r_c^2)^(-3/2), rho ~ (r_c^2 + r^2)^-2.
 *
 * <p>Source: K. Blum, E. Castorina and M. Simonovic, ApJ 892 (2020), L27.
 *
 * @param strength sigma_0, the convergence in the middle
 * @param coreRadius r_c, arcsec, above 0
 * @param x middle, arcsec
 * @param y middle, arcsec
 */
public record CoredDensity(double strength, double coreRadius, double x, double y)
    implements CircularMass {
  /** Checks the range. */
  public CoredDensity {
    Ranges.above0("a core radius", coreRadius);
  }

  @Override
  public double convergence(double radius) {
    double v = root(radius);
    return strength / (v * v * v);
  }

  @Override
  public double meanConvergence(double radius) {
    double v = root(radius);
    return 2 * strength / (v * (v + 1));
  }

  @Override
  public double radialPotential(double radius) {
    return 2 * strength * coreRadius * coreRadius * Math.log(0.5 * (1 + root(radius)));
  }

  @Override
  public boolean singular() {
    return false;
  }

  private double root(double radius) {
    double u = radius / coreRadius;
    return Math.sqrt(1 + u * u);
  }
}
