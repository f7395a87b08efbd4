package org.nightjar.sky.internal.distortion;

/** A polynomial in two variables: the sum of c[p][q] u^p v^q with p + q up to its order. */
final class BivariatePolynomial {
  private final int order;

  /** Row p holds the coefficients of u^p, by powers of v. */
  private final double[][] c;

  BivariatePolynomial(int order) {
    this.order = order;
    this.c = new double[order + 1][];
    for (int p = 0; p <= order; p++) {
      c[p] = new double[order + 1 - p];
    }
  }

  void set(int p, int q, double coefficient) {
    c[p][q] = coefficient;
  }

  void add(int p, int q, double coefficient) {
    c[p][q] += coefficient;
  }

  /** The same polynomial without the orders at its end that are all zero. */
  BivariatePolynomial trimmed() {
    int needed = 0;
    for (int p = 0; p <= order; p++) {
      for (int q = 0; q <= order - p; q++) {
        if (c[p][q] != 0) {
          needed = Math.max(needed, p + q);
        }
      }
    }
    BivariatePolynomial result = new BivariatePolynomial(needed);
    for (int p = 0; p <= needed; p++) {
      System.arraycopy(c[p], 0, result.c[p], 0, needed + 1 - p);
    }
    return result;
  }

  double at(double u, double v) {
    double sum = 0;
    for (int p = order; p >= 0; p--) {
      double[] row = c[p];
      double inner = 0;
      for (int q = row.length - 1; q >= 0; q--) {
        inner = inner * v + row[q];
      }
      sum = sum * u + inner;
    }
    return sum;
  }

  /** Its derivative by u. */
  BivariatePolynomial byU() {
    BivariatePolynomial derivative = new BivariatePolynomial(Math.max(0, order - 1));
    for (int p = 1; p <= order; p++) {
      for (int q = 0; q <= order - p; q++) {
        derivative.c[p - 1][q] = p * c[p][q];
      }
    }
    return derivative;
  }

  /** Its derivative by v. */
  BivariatePolynomial byV() {
    BivariatePolynomial derivative = new BivariatePolynomial(Math.max(0, order - 1));
    for (int p = 0; p <= order; p++) {
      for (int q = 1; q <= order - p; q++) {
        derivative.c[p][q - 1] = q * c[p][q];
      }
    }
    return derivative;
  }
}
