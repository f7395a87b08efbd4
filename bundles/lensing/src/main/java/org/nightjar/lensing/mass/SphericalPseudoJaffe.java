package org.nightjar.lensing.mass;

/**
 * An isothermal sphere with a core and an end: kappa = sigma_0 R_a R_s/(R_s-R_a) [1/sqrt(R_a^2+r^2)
 * - 1/sqrt(R_s^2+r^2)].
 *
 * <p>Source: A. Eliasdottir et al., arXiv:0710.5636, appendix A.
 *
 * @param strength sigma_0
 * @param coreRadius R_a, arcsec, at least 0
 * @param endRadius R_s, arcsec, above R_a
 * @param x middle, arcsec
 * @param y middle, arcsec
 */
public record SphericalPseudoJaffe(
    double strength, double coreRadius, double endRadius, double x, double y)
    implements CircularMass {
  /** Checks the ranges. */
  public SphericalPseudoJaffe {
    Ranges.above0("a core radius", coreRadius);
    Ranges.above0("an end radius less the core radius", endRadius - coreRadius);
  }

  @Override
  public double convergence(double radius) {
    return factor() * (1 / root(coreRadius, radius) - 1 / root(endRadius, radius));
  }

  @Override
  public double meanConvergence(double radius) {
    return 2
        * factor()
        * (1 / (coreRadius + root(coreRadius, radius)) - 1 / (endRadius + root(endRadius, radius)));
  }

  @Override
  public double radialPotential(double radius) {
    return 2 * factor() * (part(coreRadius, radius) - part(endRadius, radius));
  }

  @Override
  public boolean singular() {
    return false;
  }

  private double factor() {
    return strength * coreRadius * endRadius / (endRadius - coreRadius);
  }

  private static double part(double core, double radius) {
    double root = root(core, radius);
    return root - core * Math.log(core + root);
  }

  /** As {@link Math#hypot}, which is slow. */
  private static double root(double core, double radius) {
    return Math.sqrt(core * core + radius * radius);
  }
}
