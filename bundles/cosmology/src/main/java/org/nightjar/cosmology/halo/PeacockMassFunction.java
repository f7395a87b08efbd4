package org.nightjar.cosmology.halo;

/**
 * The multiplicity that follows from the collapsed fraction exp(-0.412 nu^2) / (1 + 1.529
 * nu^0.704): Peacock 2007 (MNRAS 379, 1067), equation 8, made to follow Warren et al. 2006 with all
 * matter in haloes; nu = 1.686/sigma.
 */
public record PeacockMassFunction() implements MassFunction {
  private static final double A = 1.529;
  private static final double B = 0.704;
  private static final double C = 0.412;

  @Override
  public double multiplicity(double sigma, double z) {
    double nu = 1.686 / sigma;
    double d = 1 + A * Math.pow(nu, B);
    double slope = 2 * C * d * nu + B * A * Math.pow(nu, B - 1);
    return nu * Math.exp(-C * nu * nu) * slope / (d * d);
  }
}
