package org.nightjar.cosmology.halo;

/**
 * The multiplicity of Bhattacharya et al. 2011 (ApJ 732, 122), equation 12 and table 4: that of
 * Sheth & Tormen times (sqrt(a) nu)^(q-1), with A and a that fall with redshift. Friends-of-friends
 * haloes with a linking length of 0.2; 6e11 to 3e15 solar masses, redshifts 0 to 2.
 */
public record BhattacharyaMassFunction() implements MassFunction {
  private static final double DELTA_C = 1.686;
  private static final double P = 0.807;
  private static final double Q = 1.795;

  @Override
  public double multiplicity(double sigma, double z) {
    double a = 0.788 * Math.pow(1 + z, -0.01);
    double amplitude = 0.333 * Math.pow(1 + z, -0.11);
    double ellipsoidal = new EllipsoidalCollapse(amplitude, a, P, DELTA_C).multiplicity(sigma, z);
    return ellipsoidal * Math.pow(Math.sqrt(a) * DELTA_C / sigma, Q - 1);
  }
}
