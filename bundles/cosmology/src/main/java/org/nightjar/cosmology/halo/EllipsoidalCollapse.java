package org.nightjar.cosmology.halo;

/**
 * The multiplicity of ellipsoidal collapse, A sqrt(2a/pi) nu exp(-a nu^2/2) (1 + (a nu^2)^-p) with
 * nu = deltaC/sigma: Sheth & Tormen 1999 (MNRAS 308, 119), equation 10; Mo, van den Bosch & White
 * 2010, equation 7.67.
 *
 * @param amplitude A
 * @param a scale of nu^2
 * @param p slope for small haloes
 * @param deltaC linear contrast at which haloes collapse
 */
public record EllipsoidalCollapse(double amplitude, double a, double p, double deltaC)
    implements MassFunction {
  /** Press & Schechter 1974 (ApJ 187, 425): spherical collapse, at a contrast of 1.686. */
  public static EllipsoidalCollapse pressSchechter() {
    return new EllipsoidalCollapse(0.5, 1, 0, 1.686);
  }

  /** Sheth & Tormen 1999: (0.3222, 0.707, 0.3) at a contrast of 1.686. */
  public static EllipsoidalCollapse shethTormen() {
    return new EllipsoidalCollapse(0.3222, 0.707, 0.3, 1.686);
  }

  /**
   * Reed et al. 2003 (MNRAS 346, 565), equation 9: Sheth & Tormen, with fewer haloes where sigma is
   * small, times exp[-0.7 / (sigma cosh^5(2 sigma))].
   */
  public static MassFunction reed() {
    EllipsoidalCollapse base = shethTormen();
    return (sigma, z) ->
        base.multiplicity(sigma, z) * Math.exp(-0.7 / (sigma * Math.pow(Math.cosh(2 * sigma), 5)));
  }

  @Override
  public double multiplicity(double sigma, double z) {
    double nu = deltaC / sigma;
    double scaled = a * nu * nu;
    return amplitude
        * Math.sqrt(2 * a / Math.PI)
        * nu
        * Math.exp(-scaled / 2)
        * (1 + Math.pow(scaled, -p));
  }
}
