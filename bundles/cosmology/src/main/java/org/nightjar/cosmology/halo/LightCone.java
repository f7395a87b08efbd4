package org.nightjar.cosmology.halo;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.cosmology.internal.math.IntegralTable;
import org.nightjar.cosmology.internal.math.InverseTable;

/**
 * Objects of a comoving density in a cone: how many there are, and at which redshifts. The table's
 * error is below 1e-6. Immutable; for any number of threads.
 */
public final class LightCone {
  private static final double ACCURACY = 1e-6;

  private final double start;
  private final double number;
  private final InverseTable redshifts;

  /**
   * Tabulates a cone.
   *
   * @param steradians its solid angle
   * @param from lowest redshift
   * @param to highest redshift; above the lowest
   * @param density objects per cubic comoving Mpc at a redshift, above 0; asked for some 2000
   *     redshifts
   */
  public LightCone(
      Cosmology cosmology, double steradians, double from, double to, DoubleUnaryOperator density) {
    if (!(from >= 0 && to > from && steradians > 0)) {
      throw new IllegalArgumentException(
          steradians + " sr from redshift " + from + " to " + to + " is no cone");
    }
    start = from;
    IntegralTable counts =
        IntegralTable.of(
            z -> {
              double at = from + z;
              return steradians * density.applyAsDouble(at) * volume(cosmology, at);
            },
            to - from,
            ACCURACY);
    redshifts = new InverseTable(counts);
    number = redshifts.end();
  }

  private static double volume(Cosmology cosmology, double z) {
    return cosmology.differentialComovingVolume(Math.max(z, 1e-9));
  }

  /** The mean number of objects in the cone. */
  public double number() {
    return number;
  }

  /** A redshift. */
  public double sample(RandomGenerator random) {
    return quantile(random.nextDouble());
  }

  /** The redshift below which a fraction of the objects lies; from 0 to 1. */
  public double quantile(double fraction) {
    return start + redshifts.at(fraction * number);
  }
}
