package org.nightjar.mmwave.sz;

import org.nightjar.cosmology.Cosmology;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How clusters look in a universe with given profiles of pressure and gas. Tables are made once,
 * for M500 of 1e13 to 3e15 solar masses and z of 0.01 to 3; other clusters are integrated one by
 * one. May be used by any number of threads.
 */
@ProviderType
public final class ClusterPhysics {
  private static final double LOW_MASS = 1e13;
  private static final double HIGH_MASS = 3e15;
  private static final double LOW_REDSHIFT = 0.01;
  private static final double HIGH_REDSHIFT = 3;
  private static final double TOLERANCE = 1e-3;

  /** Thomson cross section times a Mpc, cm^3. */
  private static final double THOMSON = 6.6524587321e-25 * 3.0856775815e24;

  private final Cosmology cosmology;
  private final Spheres spheres;
  private final ProfileModel pressure;
  private final ProfileTable compton;
  private final ProfileTable gas;
  private final boolean relativistic;

  private ClusterPhysics(
      Cosmology cosmology,
      ProfileModel pressure,
      ProfileTable compton,
      ProfileTable gas,
      boolean relativistic) {
    this.cosmology = cosmology;
    this.pressure = pressure;
    spheres = new Spheres(cosmology);
    this.compton = compton;
    this.gas = gas;
    this.relativistic = relativistic;
  }

  /**
   * Thermal effect alone, without relativistic corrections.
   *
   * @param pressure of electrons, keV/cm^3
   */
  public static ClusterPhysics of(Cosmology cosmology, ProfileModel pressure) {
    return new ClusterPhysics(cosmology, pressure, table(pressure), null, false);
  }

  private static ProfileTable table(ProfileModel model) {
    return ProfileTable.of(model, LOW_MASS, HIGH_MASS, LOW_REDSHIFT, HIGH_REDSHIFT, TOLERANCE);
  }

  /**
   * With the kinetic effect too.
   *
   * @param electrons their density, 1/cm^3
   */
  public ClusterPhysics withGas(ProfileModel electrons) {
    return new ClusterPhysics(cosmology, pressure, compton, table(electrons), relativistic);
  }

  /**
   * With relativistic corrections of the thermal effect up to the second order ({@link
   * SzSpectrum}), for one temperature per cluster.
   */
  public ClusterPhysics withRelativity() {
    return new ClusterPhysics(cosmology, pressure, compton, gas, true);
  }

  /** Whether temperatures of electrons matter. */
  public boolean relativistic() {
    return relativistic;
  }

  /** Whether there is a model of the gas, and so a kinetic effect. */
  public boolean kinetic() {
    return gas != null;
  }

  /** What a cluster does to the background. */
  public ClusterSignal signal(Cluster cluster) {
    double distance = cosmology.angularDiameterDistance(cluster.z());
    double arcminutes = Math.toDegrees(1 / distance) * 60;
    double toCompton = cluster.boost() * THOMSON / SzSpectrum.ELECTRON;
    double radius = spheres.radius(cluster.mass(), 500, cluster.z());
    double volume = LineOfSight.sphere(pressure.at(cluster.mass(), cluster.z()), radius);
    RadialProfile depth =
        gas == null ? null : gas.at(cluster.mass(), cluster.z(), THOMSON).stretched(arcminutes);
    return new ClusterSignal(
        compton.at(cluster.mass(), cluster.z(), toCompton).stretched(arcminutes),
        depth,
        radius * arcminutes,
        toCompton * volume * arcminutes * arcminutes,
        temperature(cluster.mass(), cluster.z()));
  }

  /**
   * Mean temperature of the gas, keV: E(z) M500 h70 = 3.84e14 (kT / 5 keV)^1.71 solar masses.
   *
   * <p>Source: M. Arnaud, E. Pointecouteau and G. W. Pratt, A&amp;A 441 (2005), 893, table 2, all
   * clusters.
   */
  public double temperature(double mass, double z) {
    double h70 = spheres.littleH() / 0.7;
    return 5 * Math.pow(spheres.expansion(z) * mass * h70 / 3.84e14, 1 / 1.71);
  }
}
