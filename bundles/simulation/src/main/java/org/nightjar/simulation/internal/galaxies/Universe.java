package org.nightjar.simulation.internal.galaxies;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.simulation.CosmologyParameters;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.cosmology.CosmologyParameters.Builder;
import org.nightjar.cosmology.FriedmannCosmology;

/** Makes the universe that a description names. */
final class Universe {
  private Universe() {}

  /**
   * The universe.
   *
   * @throws NightjarException if it cannot be, such as one that bounces
   */
  static Cosmology of(CosmologyParameters wanted) throws NightjarException {
    Cosmology flat =
        of(
            wanted,
            org.nightjar.cosmology.CosmologyParameters.flat(wanted.hubble(), wanted.matter()));
    if (wanted.curvature() == 0) {
      return flat;
    }
    // Radiation takes its share; what is left of the flat one's dark energy makes the curvature.
    double darkEnergy = flat.darkEnergyDensity(0) - wanted.curvature();
    return of(
        wanted,
        org.nightjar.cosmology.CosmologyParameters.curved(
            wanted.hubble(), wanted.matter(), darkEnergy));
  }

  private static Cosmology of(CosmologyParameters wanted, Builder builder)
      throws NightjarException {
    return FriedmannCosmology.of(
        builder
            .cmb(wanted.temperature())
            .neutrinos(wanted.neutrinoSpecies())
            .neutrinoMasses(wanted.neutrinoMasses())
            .baryons(wanted.baryons())
            .darkEnergy(wanted.w0(), wanted.wa())
            .build());
  }
}
