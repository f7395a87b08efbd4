package org.nightjar.rendering.internal.numeric;

/**
 * The gamma function, its incomplete companion and the error function, to some 1e-14.
 *
 * <p>Sources: C. Lanczos, SIAM J. Numer. Anal. B 1 (1964), 86, with the coefficients of P. Godfrey
 * (g = 7, nine terms); Abramowitz and Stegun 6.5.29 and 6.5.31.
 */
public final class Gamma {
  private static final double[] LANCZOS = {
    0.99999999999980993,
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7
  };
  private static final double G = 7;
  private static final double TINY = 1e-300;
  private static final double PRECISION = 1e-16;
  private static final int MOST_TERMS = 10_000;

  private Gamma() {}

  /** Logarithm of the gamma function of a positive number. */
  public static double log(double x) {
    if (x < 0.5) {
      return Math.log(Math.PI / Math.sin(Math.PI * x)) - log(1 - x);
    }
    double below = x - 1;
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (below + i);
    }
    double t = below + G + 0.5;
    return 0.5 * Math.log(2 * Math.PI) + (below + 0.5) * Math.log(t) - t + Math.log(sum);
  }

  /**
   * The regularised lower incomplete gamma function P(a, x).
   *
   * @param a positive
   * @param x at least 0
   */
  public static double lower(double a, double x) {
    if (x <= 0) {
      return 0;
    }
    double front = Math.exp(a * Math.log(x) - x - log(a));
    return x < a + 1 ? front * series(a, x) : 1 - front * fraction(a, x);
  }

  /** The error function. */
  public static double erf(double x) {
    return Math.signum(x) * lower(0.5, x * x);
  }

  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < MOST_TERMS && term > sum * PRECISION; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum;
  }

  /** Lentz's way through the continued fraction. */
  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < MOST_TERMS; i++) {
      double an = -i * (i - a);
      b += 2;
      d = an * d + b;
      d = Math.abs(d) < TINY ? 1 / TINY : 1 / d;
      c = b + an / c;
      c = Math.abs(c) < TINY ? TINY : c;
      double change = c * d;
      h *= change;
      if (Math.abs(change - 1) < PRECISION) {
        break;
      }
    }
    return h;
  }
}
