package org.nightjar.cosmology.growth;

import org.nightjar.cosmology.Cosmology;
import org.nightjar.cosmology.internal.math.Quadrature;

/**
 * Growth from the growth index: f = d ln D / d ln a = Om(z)^gamma. Linder 2005 (PRD 72, 043529),
 * equations 16 and 17. D(z) tends to 1/(1+z) at the start; it is not normalised to 1 today.
 */
public final class LinderGrowth implements Growth {
  /** The growth index of a cosmological constant in a flat universe: 6/11. */
  public static final double LAMBDA = 6.0 / 11;

  /** Where D(z) is taken to be 1/(1+z). */
  private static final double START = 1100;

  private static final double ACCURACY = 1e-10;

  private final Cosmology cosmology;
  private final double gamma;

  /**
   * Growth in a universe.
   *
   * @param gamma the growth index, such as {@link #LAMBDA}
   */
  public LinderGrowth(Cosmology cosmology, double gamma) {
    this.cosmology = cosmology;
    this.gamma = gamma;
  }

  /** The growth rate f(z); equation 16. */
  public double rate(double z) {
    return Math.pow(cosmology.matterDensity(z), gamma);
  }

  /** D(z), equation 17; from redshift 0 to 1100. */
  @Override
  public double factor(double z) {
    double integral =
        Quadrature.integrate(
            x -> rate(Math.expm1(x)) - 1, Math.log1p(z), Math.log1p(START), ACCURACY);
    return Math.exp(integral) / (1 + z);
  }

  /** dD/dz = -f D/(1+z). */
  public double derivative(double z) {
    return -rate(z) * factor(z) / (1 + z);
  }
}
