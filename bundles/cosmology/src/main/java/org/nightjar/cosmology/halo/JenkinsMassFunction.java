package org.nightjar.cosmology.halo;

/**
 * The multiplicity 0.315 exp(-|ln(1/sigma) + 0.61|^3.8) of haloes found by friends-of-friends with
 * a linking length of 0.2: Jenkins et al. 2001 (MNRAS 321, 372), equation 9. Fitted for ln(1/sigma)
 * from -1.2 to 1.05; it goes on beyond.
 */
public record JenkinsMassFunction() implements MassFunction {
  @Override
  public double multiplicity(double sigma, double z) {
    return 0.315 * Math.exp(-Math.pow(Math.abs(0.61 - Math.log(sigma)), 3.8));
  }
}
