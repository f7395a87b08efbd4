package org.nightjar.statistics.distribution;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Logarithm and exponential to 15 digits, from sums and products alone: Java rounds those the same
 * on any machine, so these give the same bits everywhere, and are several times as fast as {@link
 * StrictMath}.
 */
@ProviderType
public final class Elementary {
  private static final int LOG_BITS = 7;
  private static final int LOG_SIZE = 1 << LOG_BITS;
  private static final int FRACTION_BITS = 52;
  private static final int BIAS = 1023;
  private static final double LN_2 = 0.6931471805599453;
  private static final double[] INVERSES = new double[LOG_SIZE];
  private static final double[] LOGARITHMS = new double[LOG_SIZE];

  private static final int EXP_SIZE = 64;
  private static final double[] POWERS = new double[EXP_SIZE];

  /** ln 2 / 64 in two parts, of which the first has zeros at its end. */
  private static final double STEP_HIGH = 0x1.62e42feep-1 / EXP_SIZE;

  private static final double STEP_LOW = 0x1.a39ef35793c76p-33 / EXP_SIZE;
  private static final double MOST = 700;
  private static final double LN_10 = 2.302585092994046;

  static {
    for (int i = 0; i < LOG_SIZE; i++) {
      INVERSES[i] = 1 / (1 + (i + 0.5) / LOG_SIZE);
      LOGARITHMS[i] = -StrictMath.log(INVERSES[i]);
    }
    for (int i = 0; i < EXP_SIZE; i++) {
      POWERS[i] = StrictMath.pow(2, (double) i / EXP_SIZE);
    }
  }

  private Elementary() {}

  /**
   * ln x, within 1e-15 of it or of 1.
   *
   * @param x a normal number above 0; for others as {@link StrictMath#log}
   */
  public static double log(double x) {
    if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
      return StrictMath.log(x);
    }
    long bits = Double.doubleToRawLongBits(x);
    int exponent = (int) (bits >>> FRACTION_BITS) - BIAS;
    int index = (int) (bits >>> (FRACTION_BITS - LOG_BITS)) & (LOG_SIZE - 1);
    double mantissa =
        Double.longBitsToDouble(
            (bits & ((1L << FRACTION_BITS) - 1)) | ((long) BIAS << FRACTION_BITS));
    double r = mantissa * INVERSES[index] - 1;
    double series = r * r * (-0.5 + r * (1 / 3.0 + r * (-0.25 + r * (0.2 - r / 6))));
    return exponent * LN_2 + (LOGARITHMS[index] + (r + series));
  }

  /**
   * e^x, to 15 digits.
   *
   * @param x from -700 to 700; for others as {@link StrictMath#exp}
   */
  public static double exp(double x) {
    if (!(x >= -MOST && x <= MOST)) {
      return StrictMath.exp(x);
    }
    double steps = Math.rint(x * (EXP_SIZE / LN_2));
    int whole = (int) steps;
    double r = x - steps * STEP_HIGH - steps * STEP_LOW;
    double series = 1 + r * (1 + r * (0.5 + r * (1 / 6.0 + r * (1 / 24.0 + r / 120))));
    double scale = Double.longBitsToDouble((long) (BIAS + (whole >> 6)) << FRACTION_BITS);
    return scale * POWERS[whole & (EXP_SIZE - 1)] * series;
  }

  /** 10^x, to 15 digits of it or of e^x; for x below -304 or above 304 as {@link StrictMath}. */
  public static double exp10(double x) {
    return exp(x * LN_10);
  }
}
