package org.nightjar.cosmology;

import java.util.List;
import org.nightjar.api.error.NightjarException;

/** Universes for tests. */
public final class Universes {
  private Universes() {}

  /** Matter only, flat: everything has a closed form. */
  public static FriedmannCosmology einsteinDeSitter() {
    return of(CosmologyParameters.flat(70, 1));
  }

  /** Flat, with a cosmological constant and no radiation. */
  public static FriedmannCosmology concordance() {
    return of(CosmologyParameters.flat(70, 0.3));
  }

  /** Flat, with photons and massless neutrinos. */
  public static FriedmannCosmology withRadiation() {
    return of(CosmologyParameters.flat(70, 0.3).cmb(2.725).baryons(0.05));
  }

  /** A bit of everything: curvature, changing dark energy, massive neutrinos. */
  public static FriedmannCosmology mixed() {
    return of(
        CosmologyParameters.curved(67, 0.32, 0.65)
            .cmb(2.7255)
            .neutrinos(3.046)
            .neutrinoMasses(List.of(0.06, 0.3))
            .baryons(0.05)
            .darkEnergy(-0.9, 0.3));
  }

  /** Any universe. */
  public static FriedmannCosmology of(CosmologyParameters.Builder builder) {
    try {
      return FriedmannCosmology.of(builder.build());
    } catch (NightjarException e) {
      throw new AssertionError(e);
    }
  }
}
