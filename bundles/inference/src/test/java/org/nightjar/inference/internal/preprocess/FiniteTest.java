package org.nightjar.inference.internal.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteTest {
  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void findsOneWhereverItIs(float bad) {
    for (int size = 1; size < 40; size++) {
      for (int at = 0; at < size; at++) {
        float[] values = new float[size];
        Arrays.fill(values, -Float.MAX_VALUE);
        values[at] = bad;
        assertThat(Finite.firstNot(values, 0, size)).isEqualTo(at);
        assertThat(Finite.all(values, 0, at)).isTrue();
        assertThat(Finite.all(values, at + 1, size)).isTrue();
      }
    }
  }

  @Test
  void theGreatestNumbersAreFinite() {
    float[] values = {Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -0f, Float.MIN_VALUE};
    assertThat(Finite.firstNot(values, 0, values.length)).isEqualTo(-1);
    assertThat(Finite.all(values, 2, 2)).isTrue();
  }
}
