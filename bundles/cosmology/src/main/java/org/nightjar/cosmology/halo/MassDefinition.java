package org.nightjar.cosmology.halo;

import org.nightjar.cosmology.FriedmannCosmology;

/**
 * What counts as a halo's mass: all within the sphere in which the mean density is so many times a
 * reference.
 *
 * @param overdensity how many times; without meaning for {@link Reference#VIRIAL}
 * @param reference of what
 */
public record MassDefinition(double overdensity, Reference reference) {
  /** M200 of the critical density. */
  public static final MassDefinition M200C = new MassDefinition(200, Reference.CRITICAL);

  /** M500 of the critical density. */
  public static final MassDefinition M500C = new MassDefinition(500, Reference.CRITICAL);

  /** M200 of the mean density. */
  public static final MassDefinition M200M = new MassDefinition(200, Reference.MEAN);

  /** The virial mass. */
  public static final MassDefinition VIRIAL = new MassDefinition(1, Reference.VIRIAL);

  /** The density that counts. */
  public enum Reference {
    /** The critical density at the halo's redshift. */
    CRITICAL,
    /** The mean density of matter at the halo's redshift. */
    MEAN,
    /**
     * The density of virialised haloes, by Bryan & Norman 1998 (ApJ 495, 80), equation 6; between
     * their flat and their open fit by the share of dark energy in what is not matter.
     */
    VIRIAL
  }

  /** The mean density within a halo, solar masses per cubic proper Mpc. */
  public double density(FriedmannCosmology cosmology, double z) {
    double critical = cosmology.criticalDensity(z);
    return switch (reference) {
      case CRITICAL -> overdensity * critical;
      case MEAN -> overdensity * cosmology.matterDensity(z) * critical;
      case VIRIAL -> virial(cosmology, z) * critical;
    };
  }

  private static double virial(FriedmannCosmology cosmology, double z) {
    double x = cosmology.matterDensity(z) - 1;
    double dark = x == 0 ? 1 : -cosmology.darkEnergyDensity(z) / x;
    double flat = 82 * x - 39 * x * x;
    double open = 60 * x - 32 * x * x;
    return 18 * Math.PI * Math.PI + dark * flat + (1 - dark) * open;
  }

  /** Radius of a halo, proper Mpc. */
  public double radius(double mass, FriedmannCosmology cosmology, double z) {
    return Math.cbrt(3 * mass / (4 * Math.PI * density(cosmology, z)));
  }

  /** Mass within a radius, solar masses; the radius in proper Mpc. */
  public double mass(double radius, FriedmannCosmology cosmology, double z) {
    return 4 * Math.PI / 3 * density(cosmology, z) * radius * radius * radius;
  }
}
