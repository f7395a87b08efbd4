package org.nightjar.cosmology.halo;

import org.nightjar.cosmology.internal.math.Quadrature;

/**
 * Subhaloes by their mass before they lost some to the parent: a Schechter function in m/(x beta
 * M), with an amplitude such that the masses that are left add up to a fraction of the parent's.
 * Vale & Ostriker 2004 (MNRAS 353, 189), equations 1, 2 and 7. Immutable.
 */
public final class ValeOstrikerSubhaloes implements SubhaloFunction {
  /** Beyond this, e^-t has nothing left. */
  private static final double FAR = 745;

  private final double alpha;
  private final double largest;
  private final double amplitude;

  /**
   * Subhaloes with these parameters; 1.91, 0.39, 0.18 and 3 in the paper.
   *
   * @param alpha slope for small subhaloes; below 2
   * @param beta largest masses, as a fraction of the parent's; above 0
   * @param massFraction of the parent that is in subhaloes today
   * @param stripping x: original mass over today's; above 0
   * @throws IllegalArgumentException if the masses of such subhaloes do not add up
   */
  public ValeOstrikerSubhaloes(double alpha, double beta, double massFraction, double stripping) {
    if (!(alpha < 2 && beta > 0 && massFraction >= 0 && stripping > 0)) {
      throw new IllegalArgumentException(
          "no subhaloes with alpha %s, beta %s, gamma %s, x %s"
              .formatted(alpha, beta, massFraction, stripping));
    }
    this.alpha = alpha;
    largest = stripping * beta;
    amplitude = massFraction / (beta * incompleteGamma(2 - alpha, 0));
  }

  @Override
  public double perLogarithm(double fraction) {
    double t = fraction / largest;
    return amplitude * Math.pow(t, 1 - alpha) * Math.exp(-t);
  }

  /** Equation 7; up to any mass. */
  @Override
  public double above(double fraction) {
    return amplitude * incompleteGamma(1 - alpha, fraction / largest);
  }

  /** The upper incomplete gamma function, for any a if x is above 0. */
  static double incompleteGamma(double a, double x) {
    if (x >= FAR) {
      return 0;
    }
    double from = x > 0 ? Math.log(x) : -745 / Math.max(a, 1);
    double low = x > 0 ? from : Math.max(from, -50 / a);
    double to = Math.log(Math.min(FAR, Math.max(x, 1) + 60 + 4 * Math.abs(a)));
    double sum = 0;
    // One e-fold after the other: a power law of many decades would deceive a single piece.
    for (double start = low; start < to; start += 1) {
      sum +=
          Quadrature.integrate(
              t -> Math.exp(a * t - Math.exp(t)), start, Math.min(start + 1, to), 1e-13);
    }
    return sum;
  }
}
