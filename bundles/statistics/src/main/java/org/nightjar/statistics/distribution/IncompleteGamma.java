package org.nightjar.statistics.distribution;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The incomplete gamma functions, also of negative a, as luminosity functions of steep faint ends
 * need them. To 1e-10 of the value.
 */
@ProviderType
public final class IncompleteGamma {
  private static final double TINY = 1e-300;
  private static final double ENOUGH = 1e-16;
  private static final int TERMS = 100_000;

  /** Below this x the series around 0 are used for small a, above it the continued fraction. */
  private static final double SMALL_X = 1.1;

  private IncompleteGamma() {}

  /**
   * Gamma(a, x), the integral of t^(a-1) exp(-t) from x to infinity.
   *
   * <p>Source: continued fraction (NIST Handbook of Mathematical Functions 8.9.2) from x = a and
   * 1.1 on; below, the series 8.7.3 arranged so that nothing cancels near a = 0 (W. Gautschi, ACM
   * TOMS 5 (1979), 466), and the recurrence 8.8.2 downwards to negative a, where it is stable.
   *
   * @param a any finite number
   * @param x at least 0; at 0, a has to be above 0 or the integral is infinite
   */
  public static double upper(double a, double x) {
    Require.finite("a", a);
    if (!(x >= 0)) {
      throw new IllegalArgumentException("x is " + x + ", not a number of at least 0");
    }
    if (x == 0) {
      return a > 0 ? GammaFunction.of(a) : Double.POSITIVE_INFINITY;
    }
    if (x == Double.POSITIVE_INFINITY) {
      return 0;
    }
    if (x >= Math.max(SMALL_X, a)) {
      return Math.exp(a * Math.log(x) - x) * fraction(a, x);
    }
    if (a > 0.5) {
      return GammaFunction.of(a) - lower(a, x);
    }
    int steps = (int) Math.rint(-a);
    double from = a + steps;
    double value = aroundZero(from, x);
    for (int k = 1; k <= steps; k++) {
      double at = from - k;
      value = (value - Math.exp(at * Math.log(x) - x)) / at;
    }
    return value;
  }

  /**
   * ln Gamma(a, x), also where Gamma(a, x) itself is below the smallest double.
   *
   * @param a any finite number
   * @param x above 0
   */
  public static double logarithmOfUpper(double a, double x) {
    if (x >= Math.max(SMALL_X, a)) {
      return a * Math.log(x) - x + Math.log(fraction(a, x));
    }
    return Math.log(upper(a, x));
  }

  /**
   * Gamma(a, x) / Gamma(a), which is 0 for a = 0, -1, -2, ...
   *
   * @param a any finite number
   * @param x at least 0; above 0 unless a is above 0
   */
  public static double regularisedUpper(double a, double x) {
    if (a <= 0 && a == Math.rint(a)) {
      return 0;
    }
    if (a <= 0) {
      return upper(a, x) / GammaFunction.of(a);
    }
    double scale = Math.exp(a * Math.log(x) - x - GammaFunction.logarithm(a));
    if (x == Double.POSITIVE_INFINITY) {
      return 0;
    }
    if (x >= Math.max(SMALL_X, a)) {
      return scale * fraction(a, x);
    }
    return a > 0.5 || x == 0 ? 1 - scale * series(a, x) : upper(a, x) / GammaFunction.of(a);
  }

  /**
   * P(a, x) = 1 - Gamma(a, x) / Gamma(a), without loss of digits where it is small.
   *
   * @param a above 0
   * @param x at least 0
   */
  public static double regularisedLower(double a, double x) {
    Require.positive("a", a);
    if (x >= Math.max(SMALL_X, a)) {
      return 1 - regularisedUpper(a, x);
    }
    return x == 0 ? 0 : Math.exp(a * Math.log(x) - x - GammaFunction.logarithm(a)) * series(a, x);
  }

  /**
   * The x with P(a, x) = p, to 12 digits: the quantile of the gamma distribution.
   *
   * @param a above 0
   * @param p from 0 to 1
   */
  public static double inverseLower(double a, double p) {
    Require.positive("a", a);
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p is " + p + ", not from 0 to 1");
    }
    if (p == 0 || p == 1) {
      return p == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    double low = -1;
    double high = 1;
    while (regularisedLower(a, Math.exp(low)) > p && low > -700) {
      low *= 2;
    }
    while (regularisedLower(a, Math.exp(high)) < p && high < 700) {
      high *= 2;
    }
    while (high - low > 1e-15 * Math.max(1, Math.abs(high))) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (regularisedLower(a, Math.exp(middle)) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp((low + high) / 2);
  }

  /** gamma(a, x) for a above 0 and x below a or about 1. */
  private static double lower(double a, double x) {
    return Math.exp(a * Math.log(x) - x) * series(a, x);
  }

  /** gamma(a, x) / (x^a e^-x), NIST 8.7.1. */
  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int k = 1; k < TERMS && term > ENOUGH * sum; k++) {
      term *= x / (a + k);
      sum += term;
    }
    return sum;
  }

  /** Gamma(a, x) for a from -0.5 to 0.5 and small x: the pole of Gamma(a) and that of x^a/a go. */
  private static double aroundZero(double a, double x) {
    double logarithm = Math.log(x);
    double value =
        Math.abs(a) < TINY
            ? -0.5772156649015329 - logarithm
            : (GammaFunction.minusOne(a) - Math.expm1(a * logarithm)) / a;
    double power = Math.exp(a * logarithm);
    double term = 1;
    for (int k = 1; k < TERMS; k++) {
      term *= -x / k;
      double part = power * term / (a + k);
      value -= part;
      if (Math.abs(part) < ENOUGH * Math.abs(value)) {
        break;
      }
    }
    return value;
  }

  /** Gamma(a, x) / (x^a e^-x) by Lentz' method. */
  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double value = d;
    for (int k = 1; k < TERMS; k++) {
      double numerator = -k * (k - a);
      b += 2;
      d = numerator * d + b;
      d = Math.abs(d) < TINY ? TINY : d;
      c = b + numerator / c;
      c = Math.abs(c) < TINY ? TINY : c;
      d = 1 / d;
      double change = d * c;
      value *= change;
      if (Math.abs(change - 1) < ENOUGH * 2) {
        break;
      }
    }
    return value;
  }
}
