package org.nightjar.rendering.psf;

/** The Bessel function J0, by series and asymptotics. Abramowitz and Stegun 9.1.10 and 9.2.5. */
final class Bessel {
  private static final double SERIES_BELOW = 20;

  private Bessel() {}

  static double j0(double x) {
    return x < SERIES_BELOW ? series(x) : asymptotic(x);
  }

  /** Loses 7 digits to cancellation at 20, and keeps 9. */
  private static double series(double x) {
    double quarter = 0.25 * x * x;
    double term = 1;
    double sum = 1;
    for (int k = 1; k < 100; k++) {
      term *= -quarter / ((double) k * k);
      sum += term;
    }
    return sum;
  }

  private static double asymptotic(double x) {
    double p = 1;
    double q = 0;
    double term = 1;
    for (int k = 1; k <= 12; k++) {
      double odd = 2 * k - 1;
      term *= odd * odd / (8.0 * k * x);
      switch (k & 3) {
        case 1 -> q -= term;
        case 2 -> p -= term;
        case 3 -> q += term;
        default -> p += term;
      }
    }
    double phase = x - Math.PI / 4;
    return Math.sqrt(2 / (Math.PI * x)) * (p * Math.cos(phase) - q * Math.sin(phase));
  }
}
