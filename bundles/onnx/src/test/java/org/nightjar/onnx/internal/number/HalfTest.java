package org.nightjar.onnx.internal.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfTest {
  private static final int INFINITY = 0x7C00;
  private static final int LARGEST = 0x7BFF;

  @Test
  void everyHalfSurvivesTheWayToFloatAndBack() {
    for (int half = 0; half < 0x10000; half++) {
      if ((half & 0x7FFF) <= INFINITY) {
        assertThat(Half.of(Half.value((short) half))).isEqualTo((short) half);
      }
    }
  }

  /** The definition of rounding to nearest even, for every pair of neighbours and both signs. */
  @Test
  void betweenTwoHalvesTheNearerOneIsTakenAndTheEvenOneInTheMiddle() {
    for (int low = 0; low < LARGEST; low++) {
      float below = Half.value((short) low);
      float above = Half.value((short) (low + 1));
      assertThat(below).isLessThan(above);
      float middle = (below + above) / 2;
      int even = low % 2 == 0 ? low : low + 1;
      assertRounds(middle, even);
      assertRounds(Math.nextDown(middle), low);
      assertRounds(Math.nextUp(middle), low + 1);
    }
  }

  @Test
  void aboveTheLargestHalfComesInfinity() {
    assertRounds(65504, LARGEST);
    assertRounds(Math.nextDown(65520f), LARGEST);
    assertRounds(65520, INFINITY);
    assertRounds(Float.MAX_VALUE, INFINITY);
    assertRounds(Float.POSITIVE_INFINITY, INFINITY);
  }

  @Test
  void tinyNumbersBecomeZeroAndKeepTheirSign() {
    assertRounds(0x1p-25f, 0);
    assertRounds(Math.nextUp(0x1p-25f), 1);
    assertRounds(Float.MIN_VALUE, 0);
    assertRounds(0x1p-24f, 1);
  }

  @Test
  void valuesAreThoseOfTheStandard() {
    assertThat(Half.value((short) 0x3C00)).isEqualTo(1);
    assertThat(Half.value((short) 0x3555)).isEqualTo(0.333251953125f);
    assertThat(Half.value((short) 0xC000)).isEqualTo(-2);
    assertThat(Half.value((short) 0x0001)).isEqualTo(0x1p-24f);
    assertThat(Half.value((short) 0x03FF)).isEqualTo(1023 * 0x1p-24f);
    assertThat(Half.value((short) 0xFC00)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(Half.value(Half.of(Float.NaN))).isNaN();
  }

  private static void assertRounds(float value, int half) {
    assertThat(Half.of(value)).as("%s", value).isEqualTo((short) half);
    assertThat(Half.of(-value)).as("-%s", value).isEqualTo((short) (half | 0x8000));
  }
}
