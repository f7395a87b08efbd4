package org.nightjar.imaging.internal.judge;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them. */
final class Words {

  private static final int DIGITS = 4;
  private static final double LARGEST_PLAIN = 1e9;
  private static final double SMALLEST_PLAIN = 1e-4;

  private Words() {}

  /** Four digits, without zeros at the end: 5, 0.95, 1234, 6.012. */
  static String number(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : String.valueOf(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
    boolean plain = Math.abs(value) < LARGEST_PLAIN && Math.abs(value) >= SMALLEST_PLAIN;
    return plain ? rounded.toPlainString() : rounded.toString();
  }
}
