package org.nightjar.cosmology.growth;

import org.osgi.annotation.versioning.ConsumerType;

/** The amplitude of small ripples of the density as a function of redshift. */
@ConsumerType
@FunctionalInterface
public interface Growth {
  /**
   * The amplitude D(z). Its unit is the implementation's: some tend to 1/(1+z) early on, others are
   * 1 today.
   */
  double factor(double z);

  /** The same growth, 1 at redshift 0. */
  default Growth normalised() {
    double today = factor(0);
    return z -> factor(z) / today;
  }
}
