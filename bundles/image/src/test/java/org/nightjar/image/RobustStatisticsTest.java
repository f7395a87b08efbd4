package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobustStatisticsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 101, 1000, 4097})
  void medianIsThatOfTheSortedValues(int count) {
    Random random = new Random(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextInt(count / 3 + 1);
    }
    float[] sorted = values.clone();
    Arrays.sort(sorted);

    double expected = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2.0;
    assertThat(RobustStatistics.median(values)).isEqualTo(expected);
  }

  @Test
  void clippingForgetsOutliers() {
    Sky sky = new Sky(100, 100, 50, 2, 1);
    for (int i = 0; i < 500; i++) {
      sky.pixels[i * 17] = 1000 + i;
    }
    float[] before = sky.pixels.clone();

    RobustStatistics clipped = RobustStatistics.clipped(sky.pixels, 3, 20);

    assertThat(clipped.count()).isBetween(9400, 9500);
    assertThat(clipped.mean()).isCloseTo(50, within(0.1));
    assertThat(clipped.median()).isCloseTo(50, within(0.1));
    assertThat(clipped.standardDeviation()).isCloseTo(2, within(0.1));
    assertThat(sky.pixels).isEqualTo(before);
  }

  @Test
  void withoutRoundsNothingIsClipped() {
    RobustStatistics plain =
        RobustStatistics.clipped(new float[] {1, 2, 3, 4, Float.NaN, 90}, 1, 0);

    assertThat(plain).isEqualTo(new RobustStatistics(5, 20, 3, Math.sqrt(1226)));
  }

  @Test
  void deviationOfAGaussianIsItsSigma() {
    float[] values = new Sky(200, 200, 7, 3, 2).pixels;

    double sigma =
        RobustStatistics.SIGMA_PER_MAD * RobustStatistics.medianAbsoluteDeviation(values);

    assertThat(sigma).isCloseTo(3, within(0.06));
  }

  @Test
  void nothingHasNoStatistics() {
    float[] nothing = {Float.NaN, Float.POSITIVE_INFINITY};

    assertThat(RobustStatistics.clipped(nothing, 3, 5).count()).isZero();
    assertThat(RobustStatistics.clipped(nothing, 3, 5).mean()).isNaN();
    assertThat(RobustStatistics.median(nothing)).isNaN();
    assertThat(RobustStatistics.medianAbsoluteDeviation(new float[0])).isNaN();
    assertThatThrownBy(() -> RobustStatistics.clipped(nothing, 0, 5))
        .hasMessageContaining("above 0");
  }
}
