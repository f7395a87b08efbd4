package org.nightjar.cosmology.halo;

import org.osgi.annotation.versioning.ConsumerType;

/** How many subhaloes of which mass a halo has. */
@ConsumerType
public interface SubhaloFunction {
  /**
   * The mean number per unit of ln(mass).
   *
   * @param fraction subhalo's mass over the parent's; above 0
   */
  double perLogarithm(double fraction);

  /** The mean number above a fraction of the parent's mass. */
  double above(double fraction);
}
