package org.nightjar.galaxies.spectrum;

import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.nightjar.statistics.distribution.Dirichlet;
import org.nightjar.statistics.distribution.Elementary;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The shares of templates in galaxies: Dirichlet numbers whose concentrations go with redshift as
 * alpha_0^(1 - z/z1) alpha_1^(z/z1), each times a weight if there are any, and made to sum to 1
 * again.
 *
 * <p>Source: J. Herbel et al., JCAP 08 (2017) 035, equation 3.9 and section 3.2.
 */
@ProviderType
public final class SpectralCoefficients {
  private final double[] start;
  private final double[] growth;
  private final double[] weights;

  /**
   * Shares without weights.
   *
   * @param alpha0 concentrations at z = 0, above 0
   * @param alpha1 concentrations at z1, above 0
   * @param z1 a redshift above 0
   */
  public SpectralCoefficients(double[] alpha0, double[] alpha1, double z1) {
    this(alpha0, alpha1, z1, new double[0]);
  }

  /**
   * Shares with weights.
   *
   * @param weights one for each template, above 0; none: all the same
   */
  public SpectralCoefficients(double[] alpha0, double[] alpha1, double z1, double[] weights) {
    int n = alpha0.length;
    if (n == 0 || alpha1.length != n || (weights.length != 0 && weights.length != n) || !(z1 > 0)) {
      throw new IllegalArgumentException(
          n
              + " concentrations at z = 0, "
              + alpha1.length
              + " at z = "
              + z1
              + ", weights: "
              + weights.length);
    }
    start = alpha0.clone();
    growth = new double[n];
    this.weights = weights.clone();
    for (int i = 0; i < n; i++) {
      boolean good = alpha0[i] > 0 && alpha1[i] > 0 && (weights.length == 0 || weights[i] > 0);
      if (!good || !Double.isFinite(alpha0[i] + alpha1[i])) {
        throw new IllegalArgumentException("concentrations and weights of template " + i);
      }
      growth[i] = StrictMath.log(alpha1[i] / alpha0[i]) / z1;
    }
  }

  /** How many templates. */
  public int size() {
    return start.length;
  }

  /** The concentrations at a redshift. */
  public void concentrations(double z, double[] into) {
    for (int i = 0; i < start.length; i++) {
      into[i] = start[i] * Elementary.exp(growth[i] * z);
    }
  }

  /** Draws the shares of a galaxy at a redshift. */
  public void draw(double z, RandomGenerator random, double[] into) {
    draw(z, random, new double[start.length], into, 0);
  }

  /**
   * Draws the shares of galaxies that follow each other.
   *
   * @param at random numbers of the galaxy with an id
   * @param first id of the galaxy that comes first
   * @param size how many
   * @param shares to fill, galaxy by galaxy
   */
  public void fill(
      LongFunction<? extends RandomGenerator> at,
      long first,
      int size,
      double[] redshift,
      double[] shares) {
    double[] concentrations = new double[start.length];
    for (int i = 0; i < size; i++) {
      draw(redshift[i], at.apply(first + i), concentrations, shares, i * start.length);
    }
  }

  private void draw(
      double z, RandomGenerator random, double[] concentrations, double[] into, int at) {
    concentrations(z, concentrations);
    Dirichlet.draw(concentrations, random, into, at);
    if (weights.length == 0) {
      return;
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      into[at + i] *= weights[i];
      sum += into[at + i];
    }
    for (int i = 0; i < weights.length; i++) {
      into[at + i] /= sum;
    }
  }
}
