package org.nightjar.cosmology.halo;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The multiplicity of haloes: the fraction of matter in haloes per unit of ln(1/sigma), f(sigma) =
 * M^2/rho_m dn/dM / |d ln sigma / d ln M| (Jenkins et al. 2001, equation 4).
 */
@ConsumerType
@FunctionalInterface
public interface MassFunction {
  /**
   * f(sigma, z).
   *
   * @param sigma rms of the linear density at z in spheres that hold the halo's mass; above 0
   */
  double multiplicity(double sigma, double z);
}
