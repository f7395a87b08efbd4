package org.nightjar.mmwave.sz;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * How a quantity of the gas runs with radius in a cluster of given mass and redshift. May be used
 * by any number of threads.
 */
@ConsumerType
@FunctionalInterface
public interface ProfileModel {
  /**
   * The profile: pressure of electrons in keV/cm^3, or their density in 1/cm^3.
   *
   * @param mass M500 in the density critical at z, solar masses without h
   * @param z redshift
   */
  Gnfw at(double mass, double z);
}
