package org.nightjar.cosmology.halo;

import java.util.random.RandomGenerator;
import org.nightjar.cosmology.internal.math.IntegralTable;
import org.nightjar.cosmology.internal.math.InverseTable;

/**
 * Draws subhaloes of parents of any mass from one table. A subhalo is not larger than half of its
 * parent (Vale & Ostriker 2006, MNRAS 371, 1173, section 2). Immutable; for any number of threads.
 */
public final class SubhaloSampler {
  /** The largest subhalo over its parent. */
  public static final double LARGEST = 0.5;

  private static final double ACCURACY = 1e-7;

  private final double smallest;
  private final IntegralTable numbers;
  private final InverseTable logarithms;

  /**
   * Tabulates.
   *
   * @param smallest smallest subhalo over the largest parent; above 0 and below {@link #LARGEST}
   */
  public SubhaloSampler(SubhaloFunction function, double smallest) {
    if (!(smallest > 0 && smallest < LARGEST)) {
      throw new IllegalArgumentException(
          "no subhaloes from " + smallest + " to " + LARGEST + " of the parent");
    }
    this.smallest = smallest;
    // From the large ones down, so that their numbers keep their digits.
    numbers =
        IntegralTable.of(
            x -> function.perLogarithm(LARGEST * Math.exp(-x)),
            Math.log(LARGEST / smallest),
            ACCURACY);
    logarithms = new InverseTable(numbers);
  }

  /**
   * The mean number of subhaloes of a parent above a mass, in the same unit; at most half of it.
   */
  public double mean(double parent, double lowest) {
    double fraction = lowest / parent;
    if (fraction >= LARGEST) {
      return 0;
    }
    return numbers.at(Math.log(LARGEST / Math.max(fraction, smallest)));
  }

  /** The mass of a subhalo above a mass, in the unit of both; NaN if the parent has none. */
  public double sample(double parent, double lowest, RandomGenerator random) {
    double number = mean(parent, lowest);
    if (number == 0) {
      return Double.NaN;
    }
    // 1 - u is never 0: the mass is never below the lowest.
    double rank = (1 - random.nextDouble()) * number;
    return parent * LARGEST * Math.exp(-logarithms.at(rank));
  }
}
