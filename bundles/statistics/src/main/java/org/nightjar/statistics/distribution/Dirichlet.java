package org.nightjar.statistics.distribution;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The Dirichlet distribution: shares that sum to 1, as gamma numbers over their sum.
 *
 * <p>Source: L. Devroye, Non-Uniform Random Variate Generation (1986), XI.4, theorem 4.1.
 */
@ProviderType
public final class Dirichlet {
  private final double[] shapes;

  /**
   * Shares of these concentrations.
   *
   * @param shapes at least one, each above 0
   */
  public Dirichlet(double... shapes) {
    if (shapes.length == 0) {
      throw new IllegalArgumentException("a Dirichlet distribution of nothing");
    }
    for (double shape : shapes) {
      Require.positive("shape", shape);
    }
    this.shapes = shapes.clone();
  }

  /** How many shares. */
  public int size() {
    return shapes.length;
  }

  /**
   * Draws shares.
   *
   * @param into to fill, from the start
   */
  public void draw(RandomGenerator random, double[] into) {
    draw(shapes, random, into, 0);
  }

  /**
   * Draws shares of concentrations that are made anew for each object.
   *
   * @param shapes each above 0; not checked
   * @param into to fill, as many as there are shapes
   * @param at where the first share goes
   */
  public static void draw(double[] shapes, RandomGenerator random, double[] into, int at) {
    double least = Double.POSITIVE_INFINITY;
    for (double shape : shapes) {
      least = Math.min(least, shape);
    }
    if (least < 1) {
      inLogarithms(shapes, random, into, at);
    } else {
      for (int i = 0; i < shapes.length; i++) {
        into[at + i] = Gamma.standard(shapes[i], random);
      }
    }
    double sum = 0;
    for (int i = 0; i < shapes.length; i++) {
      sum += into[at + i];
    }
    for (int i = 0; i < shapes.length; i++) {
      into[at + i] /= sum;
    }
  }

  /** The largest becomes 1: not all of them can vanish. */
  private static void inLogarithms(double[] shapes, RandomGenerator random, double[] into, int at) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < shapes.length; i++) {
      into[at + i] = Gamma.standardLogarithm(shapes[i], random);
      most = Math.max(most, into[at + i]);
    }
    for (int i = 0; i < shapes.length; i++) {
      into[at + i] = Elementary.exp(into[at + i] - most);
    }
  }
}
