package org.nightjar.cosmology.halo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;

/**
 * Which galaxy lives in which halo: the brightest in the most massive, and so on. Vale & Ostriker
 * 2004 (MNRAS 353, 189), section 3, for haloes and subhaloes alike.
 */
public final class AbundanceMatching {
  private AbundanceMatching() {}

  /**
   * Matches two samples of the same volume by rank.
   *
   * @param masses of haloes and subhaloes (their original ones)
   * @param luminosities as many
   * @return the luminosity of each halo, in the order of the masses; equal masses keep their order
   */
  public static double[] byRank(double[] masses, double[] luminosities) {
    if (masses.length != luminosities.length) {
      throw new IllegalArgumentException(
          masses.length + " haloes for " + luminosities.length + " galaxies");
    }
    double[] ascending = luminosities.clone();
    Arrays.sort(ascending);
    Integer[] order = new Integer[masses.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> masses[i]));
    double[] matched = new double[masses.length];
    for (int rank = 0; rank < order.length; rank++) {
      matched[order[rank]] = ascending[rank];
    }
    return matched;
  }

  /**
   * The luminosity of a halo of which there are as many more massive ones as brighter galaxies;
   * equation 9.
   *
   * @param haloesAbove density of haloes and subhaloes above a mass; falls
   * @param galaxiesAbove density of galaxies above a luminosity; falls
   * @param faintest luminosity, above 0
   * @param brightest luminosity
   * @return between the faintest and the brightest, to 1e-12; one of them if the densities of
   *     haloes are beyond
   */
  public static double luminosity(
      double mass,
      DoubleUnaryOperator haloesAbove,
      DoubleUnaryOperator galaxiesAbove,
      double faintest,
      double brightest) {
    double wanted = haloesAbove.applyAsDouble(mass);
    double low = Math.log(faintest);
    double high = Math.log(brightest);
    for (int i = 0; i < 100 && high - low > 1e-12; i++) {
      double middle = 0.5 * (low + high);
      if (galaxiesAbove.applyAsDouble(Math.exp(middle)) > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp(0.5 * (low + high));
  }
}
