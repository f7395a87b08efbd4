package org.nightjar.cosmology.halo;

import org.nightjar.cosmology.FriedmannCosmology;

/**
 * A halo with the profile of Navarro, Frenk & White 1997 (ApJ 490, 493): density rho_s / [x
 * (1+x)^2] with x = r/r_s.
 *
 * @param mass solar masses, by the definition
 * @param concentration radius, by the definition, over r_s; above 0
 * @param definition of the mass
 */
public record NfwHalo(double mass, double concentration, MassDefinition definition) {
  /** Mass within x scale radii over 4 pi rho_s r_s^3: ln(1+x) - x/(1+x). */
  public static double enclosed(double x) {
    if (x < 1e-3) {
      return x * x * (0.5 - x * (2.0 / 3 - x * (0.75 - 0.8 * x)));
    }
    return Math.log1p(x) - x / (1 + x);
  }

  /** Scale radius, proper Mpc. */
  public double scaleRadius(FriedmannCosmology cosmology, double z) {
    return definition.radius(mass, cosmology, z) / concentration;
  }

  /** rho_s, solar masses per cubic proper Mpc: four times the density at the scale radius. */
  public double scaleDensity(FriedmannCosmology cosmology, double z) {
    double c = concentration;
    return definition.density(cosmology, z) / 3 * c * c * c / enclosed(c);
  }

  /** The same halo by another definition of mass; to about 1e-14. */
  public NfwHalo as(MassDefinition other, FriedmannCosmology cosmology, double z) {
    double ratio = other.density(cosmology, z) / definition.density(cosmology, z);
    double target = ratio * meanDensity(concentration);
    double low = Math.log(concentration) - 30;
    double high = Math.log(concentration) + 30;
    for (int i = 0; i < 200 && high - low > 1e-15; i++) {
      double middle = 0.5 * (low + high);
      // Halfway is one of the ends when there is no number between them.
      if (middle == low || middle == high) {
        break;
      }
      if (meanDensity(Math.exp(middle)) > target) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double c = Math.exp(0.5 * (low + high));
    return new NfwHalo(mass * enclosed(c) / enclosed(concentration), c, other);
  }

  private static double meanDensity(double x) {
    return enclosed(x) / (x * x * x);
  }
}
