package org.nightjar.openinference.internal.codec;

/** Half precision, IEEE 754 binary16; Java 17 does not know it. */
final class Half {
  private static final int FRACTION_BITS = 10;
  private static final int FRACTION = 0x3FF;
  private static final int EXPONENT = 0x1F;

  /** What the exponents' biases differ by: 127 - 15. */
  private static final int REBIAS = 112;

  private static final int FLOAT_FRACTION_BITS = 23;
  private static final int FLOAT_INFINITY = 0x7F80_0000;
  private static final float LEAST = 0x1p-24f;

  private Half() {}

  /** The same number in single precision; exact. */
  static float toFloat(short bits) {
    int sign = bits & 0x8000;
    int exponent = (bits >> FRACTION_BITS) & EXPONENT;
    int fraction = bits & FRACTION;
    if (exponent == 0) {
      float magnitude = fraction * LEAST;
      return sign == 0 ? magnitude : -magnitude;
    }
    int wide = fraction << (FLOAT_FRACTION_BITS - FRACTION_BITS);
    int raised = exponent == EXPONENT ? FLOAT_INFINITY : (exponent + REBIAS) << FLOAT_FRACTION_BITS;
    return Float.intBitsToFloat(sign << 16 | raised | wide);
  }
}
