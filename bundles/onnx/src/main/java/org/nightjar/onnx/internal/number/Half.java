package org.nightjar.onnx.internal.number;

/**
 * IEEE 754 half precision: 1 bit of sign, 5 of exponent, 10 of fraction. (The JDK converts it since
 * version 20.)
 */
public final class Half {
  private static final int SIGN = 0x8000;
  private static final int INFINITY = 0x7C00;
  private static final int NAN = 0x7E00;

  /** Bits of the float 2^16, beyond all that halves can hold. */
  private static final int TOO_LARGE = 0x4780_0000;

  /** Bits of the float 2^-14, the least half of full precision. */
  private static final int LEAST_NORMAL = 0x3880_0000;

  /** By how much the biases of the exponents differ, in place. */
  private static final int REBIAS = (127 - 15) << 23;

  private Half() {}

  /** The nearest half, of two that are equally near the even one; infinity from 65520 on. */
  public static short of(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & SIGN;
    int size = bits & 0x7FFF_FFFF;
    if (size > 0x7F80_0000) {
      return (short) (sign | NAN);
    }
    if (size >= TOO_LARGE) {
      return (short) (sign | INFINITY);
    }
    if (size >= LEAST_NORMAL) {
      // Just under half of the last bit, and one more if that bit is odd; a carry runs into the
      // exponent, which is what rounding up to the next power of two means.
      int rounded = size + 0xFFF + ((size >>> 13) & 1);
      return (short) (sign | ((rounded - REBIAS) >>> 13));
    }
    return (short) (sign | subnormal(size));
  }

  /** Multiples of 2^-24. */
  private static int subnormal(int size) {
    int shift = 126 - (size >>> 23);
    if (shift > 24) {
      return 0;
    }
    int fraction = (size & 0x7F_FFFF) | 0x80_0000;
    int whole = fraction >>> shift;
    int rest = fraction & ((1 << shift) - 1);
    int middle = 1 << (shift - 1);
    return rest > middle || (rest == middle && (whole & 1) == 1) ? whole + 1 : whole;
  }

  /** The number that a half stands for, exactly. */
  public static float value(short half) {
    int exponent = (half >>> 10) & 0x1F;
    int fraction = half & 0x3FF;
    float size;
    if (exponent == 0) {
      size = fraction * 0x1p-24f;
    } else if (exponent == 0x1F) {
      size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else {
      size = Float.intBitsToFloat((exponent << 23) + REBIAS + (fraction << 13));
    }
    return (half & SIGN) == 0 ? size : -size;
  }
}
