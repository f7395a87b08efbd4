package org.nightjar.cosmology.power;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What becomes of a primordial ripple until matter rules, as a fraction; 1 for the longest ones.
 */
@ConsumerType
@FunctionalInterface
public interface TransferFunction {
  /**
   * T(k).
   *
   * @param k wave number, 1/Mpc, without h; at least 0
   */
  double at(double k);
}
