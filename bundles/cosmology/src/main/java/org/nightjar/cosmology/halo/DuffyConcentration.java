package org.nightjar.cosmology.halo;

/**
 * Mean concentrations of haloes: A (M / 2e12 Msun/h)^B (1+z)^C; Duffy et al. 2008 (MNRAS 390, L64),
 * equation 4 and table 1, redshifts 0 to 2, 1e11 to 1e15 solar masses per h.
 */
public enum DuffyConcentration {
  /** All haloes, M200 of the critical density. */
  ALL_200C(5.71, -0.084, -0.47, MassDefinition.M200C),
  /** All haloes, virial mass. */
  ALL_VIRIAL(7.85, -0.081, -0.71, MassDefinition.VIRIAL),
  /** All haloes, M200 of the mean density. */
  ALL_200M(10.14, -0.081, -1.01, MassDefinition.M200M),
  /** Relaxed haloes, M200 of the critical density. */
  RELAXED_200C(6.71, -0.091, -0.44, MassDefinition.M200C),
  /** Relaxed haloes, virial mass. */
  RELAXED_VIRIAL(9.23, -0.090, -0.69, MassDefinition.VIRIAL),
  /** Relaxed haloes, M200 of the mean density. */
  RELAXED_200M(11.93, -0.090, -0.99, MassDefinition.M200M);

  private final double amplitude;
  private final double perMass;
  private final double perRedshift;
  private final MassDefinition definition;

  DuffyConcentration(
      double amplitude, double perMass, double perRedshift, MassDefinition definition) {
    this.amplitude = amplitude;
    this.perMass = perMass;
    this.perRedshift = perRedshift;
    this.definition = definition;
  }

  /** The definition of mass that it takes, and of the concentration that it gives. */
  public MassDefinition definition() {
    return definition;
  }

  /**
   * The mean concentration.
   *
   * @param mass solar masses (not per h)
   * @param h Hubble's constant over 100 km/s/Mpc
   */
  public double at(double mass, double h, double z) {
    return amplitude * Math.pow(mass * h / 2e12, perMass) * Math.pow(1 + z, perRedshift);
  }
}
