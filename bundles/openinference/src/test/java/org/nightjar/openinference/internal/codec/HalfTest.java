package org.nightjar.openinference.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfTest {
  @Test
  void everyPatternOfBitsIsTheNumberThatTheStandardSays() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      double sign = (bits & 0x8000) == 0 ? 1 : -1;
      int exponent = bits >> 10 & 31;
      int fraction = bits & 1023;
      double expected =
          exponent == 31
              ? (fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN)
              : exponent == 0
                  ? sign * fraction * Math.pow(2, -24)
                  : sign * (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
      assertThat(Double.compare(Half.toFloat((short) bits), expected)).as("%04x", bits).isZero();
    }
  }

  @Test
  void zeroKeepsItsSign() {
    assertThat(Float.floatToRawIntBits(Half.toFloat((short) 0x8000))).isEqualTo(0x8000_0000);
  }
}
