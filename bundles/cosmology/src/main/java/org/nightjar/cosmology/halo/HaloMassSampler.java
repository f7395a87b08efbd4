package org.nightjar.cosmology.halo;

import java.util.random.RandomGenerator;
import org.nightjar.cosmology.internal.math.IntegralTable;
import org.nightjar.cosmology.internal.math.InverseTable;

/**
 * Draws masses of haloes, by the inverse of their cumulative abundance: one random number per mass.
 * The table's error is below 1e-6 of the abundance. Immutable; for any number of threads.
 */
public final class HaloMassSampler {
  private static final double ACCURACY = 1e-6;

  private final double lowest;
  private final InverseTable logarithms;

  HaloMassSampler(HaloAbundance abundance, double lowest, double highest) {
    if (!(lowest > 0 && highest > lowest)) {
      throw new IllegalArgumentException("masses from " + lowest + " to " + highest);
    }
    this.lowest = lowest;
    logarithms =
        new InverseTable(
            IntegralTable.of(
                x -> abundance.perLogarithm(lowest * Math.exp(x)),
                Math.log(highest / lowest),
                ACCURACY));
  }

  /** Haloes between the limits, 1/Mpc^3 (comoving). */
  public double density() {
    return logarithms.end();
  }

  /** A mass, solar masses. */
  public double sample(RandomGenerator random) {
    return quantile(random.nextDouble());
  }

  /** The mass below which a fraction of the haloes lies, solar masses; from 0 to 1. */
  public double quantile(double fraction) {
    return lowest * Math.exp(logarithms.at(fraction * logarithms.end()));
  }
}
