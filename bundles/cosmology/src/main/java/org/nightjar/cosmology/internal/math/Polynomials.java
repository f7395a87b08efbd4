package org.nightjar.cosmology.internal.math;

/** Polynomials through values at fixed places in [0, 1]. */
final class Polynomials {
  private Polynomials() {}

  /** The Chebyshev points of the first kind in [0, 1], ascending. */
  static double[] inner(int count) {
    double[] nodes = new double[count];
    for (int i = 0; i < count; i++) {
      nodes[count - 1 - i] = 0.5 * (1 + Math.cos(Math.PI * (2 * i + 1) / (2 * count)));
    }
    return nodes;
  }

  /** The Chebyshev points of the second kind in [0, 1], ascending; 0 and 1 are among them. */
  static double[] withEnds(int count) {
    double[] nodes = new double[count];
    for (int i = 0; i < count; i++) {
      nodes[count - 1 - i] = 0.5 * (1 + Math.cos(Math.PI * i / (count - 1)));
    }
    nodes[0] = 0;
    return nodes;
  }

  /** Coefficients, lowest power first, of the polynomial through the values; Newton's form. */
  static double[] through(double[] nodes, double[] values) {
    int n = nodes.length;
    double[] divided = values.clone();
    for (int order = 1; order < n; order++) {
      for (int i = n - 1; i >= order; i--) {
        divided[i] = (divided[i] - divided[i - 1]) / (nodes[i] - nodes[i - order]);
      }
    }
    double[] powers = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = n - 1; j > 0; j--) {
        powers[j] = powers[j - 1] - nodes[i] * powers[j];
      }
      powers[0] = divided[i] - nodes[i] * powers[0];
    }
    return powers;
  }
}
