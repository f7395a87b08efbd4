package org.nightjar.cosmology;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Distances in a homogeneous universe (Friedmann, Lemaître, Robertson, Walker). Distances are in
 * Mpc, without h; redshifts at least 0. May be used by any number of threads.
 *
 * <p>Source of the formulas: D. W. Hogg, Distance measures in cosmology, astro-ph/9905116.
 */
@ProviderType
public interface Cosmology {
  /** H(z), km/s/Mpc. */
  double hubble(double z);

  /** Comoving distance along the line of sight to z, Mpc. */
  double comovingDistance(double z);

  /** Transverse comoving distance, Mpc; with curvature not the one along the line of sight. */
  double transverseComovingDistance(double z);

  /** Angular diameter distance, Mpc. */
  double angularDiameterDistance(double z);

  /** Angular diameter distance of z2 as seen from z1, Mpc; negative if z2 is nearer. */
  double angularDiameterDistance(double z1, double z2);

  /** Luminosity distance, Mpc. */
  double luminosityDistance(double z);

  /** Distance modulus, mag; minus infinity at 0. */
  double distanceModulus(double z);

  /** Comoving volume dV/dz/dOmega, Mpc^3 per steradian and unit redshift. */
  double differentialComovingVolume(double z);

  /** Time since light left z, Gyr. */
  double lookbackTime(double z);

  /** Matter (baryons and cold dark matter) over the critical density at z. */
  double matterDensity(double z);

  /** Dark energy over the critical density at z. */
  double darkEnergyDensity(double z);
}
