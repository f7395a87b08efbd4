package org.nightjar.inference.internal.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  private static double sorted(float[] values, int from, int to) {
    float[] sorted = Arrays.copyOfRange(values, from, to);
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : (sorted[middle - 1] + (double) sorted[middle]) / 2;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void findsWhatSortingFinds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2000; i++) {
      float[] values = new float[1 + random.nextInt(60)];
      for (int k = 0; k < values.length; k++) {
        float any = Float.intBitsToFloat(random.nextInt());
        values[k] =
            switch (random.nextInt(3)) {
              case 0 -> random.nextInt(5) - 2;
              case 1 -> -0f;
              default -> Float.isFinite(any) ? any : 0;
            };
      }
      int from = random.nextInt(values.length);
      assertThat(Selection.median(values, from, values.length))
          .isEqualTo(sorted(values, from, values.length));
    }
  }

  @Test
  void bearsTheEndsOfTheRange() {
    float most = Float.MAX_VALUE;
    assertThat(Selection.median(new float[] {most, -most, 0}, 0, 3)).isZero();
    assertThat(Selection.median(new float[] {most, -most}, 0, 2)).isZero();
    assertThat(Selection.median(new float[] {most, most}, 0, 2)).isEqualTo(most);
    assertThat(Selection.median(new float[] {Float.MIN_VALUE}, 0, 1)).isEqualTo(Float.MIN_VALUE);
  }

  @Test
  void takesTheTwoInTheMiddleOfAnEvenCount() {
    assertThat(Selection.median(new float[] {7, 1, 5, 2}, 0, 4)).isEqualTo(3.5);
    assertThat(Selection.median(new float[] {2, 2, 1, 9}, 0, 4)).isEqualTo(2);
  }
}
