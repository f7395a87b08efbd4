package org.nightjar.inference.internal.precision;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What golden vectors of a network in single precision allow to a variant of it. */
final class Tolerance {
  /** Other processors round differently, by less than rounding itself costs. */
  private static final double MARGIN = 1.5;

  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.UP);

  private Tolerance() {}

  /**
   * Half as much again as the largest difference that was seen, in two digits, rounded up.
   *
   * @param evaluated largest |difference| from single precision over the samples that judged
   * @param golden largest |difference| from what golden vectors expect
   */
  static double of(double evaluated, double golden) {
    double seen = MARGIN * Math.max(evaluated, golden);
    return new BigDecimal(seen).round(TWO_DIGITS).doubleValue();
  }
}
