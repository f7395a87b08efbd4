package org.nightjar.cosmology.halo;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.special.Erf;
import org.osgi.annotation.versioning.ProviderType;

/** Whether a galaxy has stopped forming stars, after Peng et al. 2010 (ApJ 721, 193). */
@ProviderType
public sealed interface Quenching {
  /**
   * The probability that the galaxy of a halo is quenched.
   *
   * @param mass of the halo, in the unit of the model
   */
  double probability(double mass);

  /** Draws; one random number. */
  default boolean quenched(double mass, RandomGenerator random) {
    return random.nextDouble() < probability(mass);
  }

  /**
   * By mass: (1 + erf(log10(M/offset) / (width sqrt(2)))) / 2.
   *
   * @param offset mass of which one half is quenched; above 0
   * @param width of the transition, dex; above 0
   */
  record ByMass(double offset, double width) implements Quenching {
    /** Refuses what has no transition. */
    public ByMass {
      if (!(offset > 0 && width > 0)) {
        throw new IllegalArgumentException("offset " + offset + ", width " + width);
      }
    }

    @Override
    public double probability(double mass) {
      return 0.5 * Erf.erfc(-Math.log10(mass / offset) / (width * Math.sqrt(2)));
    }
  }

  /**
   * By environment: satellites are quenched with a fixed probability.
   *
   * @param fraction the probability, 0 to 1
   */
  record ByEnvironment(double fraction) implements Quenching {
    /** Refuses what is no probability. */
    public ByEnvironment {
      if (!(fraction >= 0 && fraction <= 1)) {
        throw new IllegalArgumentException(fraction + " is no probability");
      }
    }

    @Override
    public double probability(double mass) {
      return fraction;
    }
  }
}
