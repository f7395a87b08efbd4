package org.nightjar.onnx.quantise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.NightjarException;

class RangesTest {

  @Test
  void extremesAreThoseOfAllRuns() throws Exception {
    Ranges ranges = Ranges.extremes();
    FloatBuffer values = FloatBuffer.wrap(new float[] {99, -1, 2, 98}, 1, 2);
    ranges.observe("x", values);
    ranges.observe("x", FloatBuffer.wrap(new float[] {0.5f}));
    ranges.observe("y", FloatBuffer.wrap(new float[] {7}));
    ranges.observe("z", FloatBuffer.allocate(0));
    assertThat(ranges.of("x")).contains(new Range(-1, 2));
    assertThat(ranges.of("y")).contains(new Range(7, 7));
    assertThat(ranges.of("z")).isEmpty();
    assertThat(values.remaining()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {60, 99, 99.99})
  void percentilesAreThoseOfTheSortedNumbers(double per) throws Exception {
    Random random = new Random(3);
    float[] values = new float[200_000];
    for (int index = 0; index < values.length; index++) {
      values[index] = (float) (3 + 2 * random.nextGaussian());
    }
    Ranges ranges = Ranges.percentile(per);
    // In pieces of rising size, so that the bins have to widen on the way.
    for (int from = 0, size = 1; from < values.length; from += size, size *= 3) {
      int length = Math.min(size, values.length - from);
      ranges.observe("x", FloatBuffer.wrap(values, from, length));
    }
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    double outside = (1 - per / 100) / 2;
    Range range = ranges.of("x").orElseThrow();
    double span = sorted[sorted.length - 1] - sorted[0];
    assertThat(range.low()).isCloseTo(sorted[(int) (outside * sorted.length)], within(span / 100));
    assertThat(range.high())
        .isCloseTo(sorted[(int) ((1 - outside) * sorted.length) - 1], within(span / 100));
  }

  @Test
  void aHotPixelDoesNotWidenAPercentile() throws Exception {
    float[] values = new float[100_000];
    for (int index = 0; index < values.length; index++) {
      values[index] = index / 100_000f;
    }
    values[50] = 40;
    Ranges ranges = Ranges.percentile(99.9);
    ranges.observe("x", FloatBuffer.wrap(values));
    assertThat(ranges.of("x").orElseThrow().high()).isCloseTo(1, within(0.02));
  }

  @Test
  void rectifiedNumbersKeepTheirZero() throws Exception {
    Ranges ranges = Ranges.percentile(99);
    ranges.observe("x", FloatBuffer.wrap(new float[5000]));
    float[] values = new float[5000];
    Arrays.fill(values, 2000, 5000, 8);
    ranges.observe("x", FloatBuffer.wrap(values));
    Range range = ranges.of("x").orElseThrow();
    assertThat(range.low()).isZero();
    assertThat(range.high()).isCloseTo(8, within(0.01));
    assertThat(Scale.of("x", range).zero()).isZero();
  }

  @Test
  void zerosAloneAreARange() throws Exception {
    Ranges ranges = Ranges.percentile(99);
    ranges.observe("x", FloatBuffer.wrap(new float[10]));
    assertThat(ranges.of("x")).contains(new Range(0, 0));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsRefused(float odd) {
    assertThatThrownBy(() -> Ranges.extremes().observe("x", FloatBuffer.wrap(new float[] {1, odd})))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("BAD_ARGUMENT")
        .hasMessageContaining("(x)");
  }

  @Test
  void percentilesBelowTheMedianAreRefused() {
    assertThatThrownBy(() -> Ranges.percentile(50)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Range(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Range(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}
