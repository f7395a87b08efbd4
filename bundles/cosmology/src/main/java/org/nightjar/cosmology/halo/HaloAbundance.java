package org.nightjar.cosmology.halo;

import org.nightjar.cosmology.internal.math.Quadrature;

/**
 * How many haloes of which mass there are at a redshift. Mo, van den Bosch & White 2010, equation
 * 7.46; Jenkins et al. 2001, equation 4. Numbers are per cubic comoving Mpc.
 *
 * @param function the multiplicity
 * @param variance of the density in spheres
 * @param growth amplitude of the density at the redshift over that of the variance
 * @param redshift z
 */
public record HaloAbundance(
    MassFunction function, MassVariance variance, double growth, double redshift) {
  private static final double ACCURACY = 1e-7;

  /** The rms of the density at the redshift. */
  public double sigma(double mass) {
    return growth * variance.rms(mass);
  }

  /** f(sigma) of a mass. */
  public double multiplicity(double mass) {
    return function.multiplicity(sigma(mass), redshift);
  }

  /** dn/d ln M, 1/Mpc^3. */
  public double perLogarithm(double mass) {
    return variance.density() / mass * multiplicity(mass) * -variance.slope(mass);
  }

  /** dn/dM, 1/(Mpc^3 solar mass). */
  public double perMass(double mass) {
    return perLogarithm(mass) / mass;
  }

  /** Haloes between two masses, 1/Mpc^3. */
  public double density(double lowest, double highest) {
    return Quadrature.integrate(
        x -> perLogarithm(Math.exp(x)), Math.log(lowest), Math.log(highest), ACCURACY);
  }

  /** Draws masses between two, solar masses. */
  public HaloMassSampler sampler(double lowest, double highest) {
    MassVariance wide = variance.covering(lowest, highest);
    return new HaloMassSampler(
        new HaloAbundance(function, wide, growth, redshift), lowest, highest);
  }
}
