package org.nightjar.statistics.distribution;

import org.osgi.annotation.versioning.ProviderType;

/** The gamma function of a real number. */
@ProviderType
public final class GammaFunction {
  /** Lanczos' g. */
  private static final double SHIFT = 7;

  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-06,
    1.5056327351493116e-07
  };

  /** Coefficients of the powers 1, 2, ... of a in 1/Gamma(1+a). */
  private static final double[] RECIPROCAL = {
    0.5772156649015329,
    -0.6558780715202538,
    -0.0420026350340952,
    0.1665386113822915,
    -0.0421977345555443,
    -0.0096219715278770,
    0.0072189432466630,
    -0.0011651675918591,
    -0.0002152416741149,
    0.0001280502823882,
    -0.0000201348547807,
    -0.0000012504934821,
    0.0000011330272320,
    -0.0000002056338417,
    0.0000000061160950,
    0.0000000050020075,
    -0.0000000011812746,
    0.0000000001043427,
    0.0000000000077823,
    -0.0000000000036968,
    0.0000000000005100,
    -0.0000000000000206,
    -0.0000000000000054,
    0.0000000000000014
  };

  private GammaFunction() {}

  /**
   * ln Gamma(a), to 14 digits.
   *
   * <p>Source: C. Lanczos, SIAM J. Numer. Anal. B 1 (1964), 86; g = 7 with nine coefficients.
   *
   * @param a above 0
   */
  public static double logarithm(double a) {
    Require.positive("a", a);
    if (a < 0.5) {
      return StrictMath.log(Math.PI / StrictMath.sin(Math.PI * a)) - logarithm(1 - a);
    }
    double x = a - 1;
    double sum = LANCZOS[0];
    for (int k = 1; k < LANCZOS.length; k++) {
      sum += LANCZOS[k] / (x + k);
    }
    double t = x + SHIFT + 0.5;
    return 0.5 * StrictMath.log(2 * Math.PI)
        + (x + 0.5) * StrictMath.log(t)
        - t
        + StrictMath.log(sum);
  }

  /**
   * Gamma(a), to 13 digits.
   *
   * @param a not 0, -1, -2, ..., where there is a pole
   */
  public static double of(double a) {
    if (a > 0) {
      return a <= 1.5 && a >= 0.5 ? 1 + minusOne(a - 1) : StrictMath.exp(logarithm(a));
    }
    if (a == Math.rint(a)) {
      throw new IllegalArgumentException("the gamma function has a pole at " + a);
    }
    return Math.PI / (StrictMath.sin(Math.PI * a) * of(1 - a));
  }

  /**
   * Gamma(1+a) - 1 without loss of digits.
   *
   * <p>Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 6.1.34.
   *
   * @param a from -0.5 to 0.5
   */
  static double minusOne(double a) {
    double series = reciprocalMinusOne(a);
    return -series / (1 + series);
  }

  private static double reciprocalMinusOne(double a) {
    double sum = 0;
    for (int k = RECIPROCAL.length - 1; k >= 0; k--) {
      sum = (sum + RECIPROCAL[k]) * a;
    }
    return sum;
  }
}
