package org.nightjar.lensing.mass;

/**
 * The two functions that NFW and Hernquist haloes are made of. With s = 1 - X^2: h = artanh(sqrt
 * s)/sqrt(s), which beyond X = 1 is arctan(sqrt(-s))/sqrt(-s); and (1-h)/(X^2-1). Near X = 1 their
 * series in s, h = sum of s^k/(2k+1).
 */
final class HaloFunctions {
  static final double SERIES_WITHIN = 0.05;
  static final int TERMS = 14;

  private HaloFunctions() {}

  static double h(double x) {
    double s = (1 - x) * (1 + x);
    if (Math.abs(s) < SERIES_WITHIN) {
      double sum = 0;
      for (int k = TERMS; k >= 0; k--) {
        sum = sum * s + 1.0 / (2 * k + 1);
      }
      return sum;
    }
    if (s > 0) {
      double w = Math.sqrt(s);
      return Math.log((1 + w) / x) / w;
    }
    double w = Math.sqrt(-s);
    return Math.atan(w) / w;
  }

  /** (1-h)/(X^2-1): convergence of an NFW halo over 2 k_s. */
  static double f(double x) {
    double s = (1 - x) * (1 + x);
    if (Math.abs(s) < SERIES_WITHIN) {
      double sum = 0;
      for (int k = TERMS; k >= 1; k--) {
        sum = sum * s + 1.0 / (2 * k + 1);
      }
      return sum;
    }
    return (h(x) - 1) / s;
  }

  /** (ln(X/2) + h)/X^2: mean convergence of an NFW halo over 4 k_s. */
  static double mean(double x) {
    if (x < 3e-3) {
      // ln(X/2) + h lose each other's digits.
      double l = Math.log(2 / x);
      return 0.5 * l - 0.25 + x * x * (0.375 * l - 7.0 / 32);
    }
    return (Math.log(0.5 * x) + h(x)) / (x * x);
  }

  /** [(2+X^2) h - 3]/(X^2-1)^2: convergence of a Hernquist sphere. */
  static double hernquist(double x) {
    double s = (1 - x) * (1 + x);
    if (Math.abs(s) < SERIES_WITHIN) {
      double sum = 0;
      for (int k = TERMS; k >= 2; k--) {
        sum = sum * s + 3.0 / (2 * k + 1) - 1.0 / (2 * k - 1);
      }
      return sum;
    }
    return ((3 - s) * h(x) - 3) / (s * s);
  }
}
