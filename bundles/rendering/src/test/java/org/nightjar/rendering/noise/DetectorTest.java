package org.nightjar.rendering.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.rendering.noise.Detector.Unit;
import org.nightjar.statistics.random.Philox;
import org.nightjar.statistics.random.Streams;

class DetectorTest {
  private static final int MANY = 400_000;

  @Test
  void normalNumbersHaveTheirMomentsAndTails() {
    Normals normals = new Normals(stream("normal"));
    double[] moments = new double[5];
    int beyond2 = 0;
    int beyond4 = 0;
    int count = 4_000_000;
    for (int i = 0; i < count; i++) {
      double x = normals.next();
      double power = 1;
      for (int k = 1; k < 5; k++) {
        power *= x;
        moments[k] += power / count;
      }
      beyond2 += Math.abs(x) > 2 ? 1 : 0;
      beyond4 += x > 3.7 ? 1 : 0;
    }
    double error = 4 / Math.sqrt(count);
    assertThat(moments[1]).isCloseTo(0, within(error));
    assertThat(moments[2]).isCloseTo(1, within(1.5 * error));
    assertThat(moments[3]).isCloseTo(0, within(4 * error));
    assertThat(moments[4]).isCloseTo(3, within(10 * error));
    assertThat((double) beyond2 / count).isCloseTo(0.0455002639, within(0.21 * error));
    // Beyond the last layer: 1.0780e-4 of all.
    assertThat(beyond4).isCloseTo((int) (1.0780e-4 * count), within(90));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 5, 9.99, 10.01, 40, 300, 999})
  void countsArePoissonian(double mean) {
    Counts counts = new Counts(stream("counts " + mean));
    int most = (int) (mean + 12 * Math.sqrt(mean) + 12);
    int[] seen = new int[most];
    for (int i = 0; i < MANY; i++) {
      seen[(int) counts.draw(mean)]++;
    }
    double log = -mean;
    double below = 0;
    double empirical = 0;
    for (int k = 0; k < most; k++) {
      log += k > 0 ? Math.log(mean / k) : 0;
      below += Math.exp(log);
      empirical += (double) seen[k] / MANY;
      double spread = Math.sqrt(Math.max(1e-9, below * (1 - Math.min(1, below))) / MANY);
      assertThat(empirical).as("up to %d", k).isCloseTo(below, within(5 * spread + 2e-5));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.002, 0.5, 30})
  void momentsAreThoseOfTheVariancePlane(double rate) {
    Exposures exposures = new Exposures(90, 10, 26.58, 25, 0.263, 7, 0.001);
    float[] rates = new float[MANY];
    Arrays.fill(rates, (float) rate);
    float[] out = new float[MANY];
    float[] variance = new float[MANY];
    new Detector(exposures, 6, Double.POSITIVE_INFINITY, Unit.ELECTRONS_PER_SECOND)
        .expose(rates, stream("rate " + rate), out, variance);
    double expected = exposures.variance(rate);
    assertThat(variance[0]).isCloseTo((float) expected, within((float) (1e-5 * expected)));
    double mean = mean(out);
    double spread = spread(out, mean);
    assertThat(mean).isCloseTo(rate, within(5 * Math.sqrt(expected / MANY)));
    assertThat(spread).isCloseTo(expected, within(expected * 8 / Math.sqrt(MANY)));
  }

  @Test
  void theGainCountsAndDigitsAreWhole() {
    Exposures exposures = new Exposures(90, 1, 26.58, Double.POSITIVE_INFINITY, 0.263, 3, 0);
    float[] rates = new float[20_000];
    Arrays.fill(rates, 2f);
    float[] one = new float[rates.length];
    float[] six = new float[rates.length];
    float[] variance = new float[rates.length];
    new Detector(exposures, 1, Double.POSITIVE_INFINITY, Unit.ADU)
        .expose(rates, stream("gain"), one, new float[0]);
    new Detector(exposures, 6, Double.POSITIVE_INFINITY, Unit.ADU)
        .expose(rates, stream("gain"), six, variance);
    assertThat(mean(one)).isCloseTo(180, within(0.6));
    assertThat(mean(six)).isCloseTo(30, within(0.1));
    assertThat(spread(six, mean(six))).isCloseTo((double) variance[0], within(0.3));
    for (float value : six) {
      assertThat(value).isEqualTo((float) Math.rint(value));
    }
  }

  @Test
  void wellsOverflow() {
    Exposures exposures = new Exposures(10, 3, 26, Double.POSITIVE_INFINITY, 0.2, 0, 0);
    Detector detector = new Detector(exposures, 1, 5000, Unit.ELECTRONS_PER_SECOND);
    float[] out = new float[3];
    detector.expose(new float[] {1e5f, 10, 400}, stream("full"), out, new float[0]);
    assertThat(out[0]).isCloseTo(500, within(1e-3f));
    assertThat(out[1]).isLessThan(20);
    assertThat(detector.saturates(600)).isTrue();
    assertThat(detector.saturates(400)).isFalse();
  }

  @Test
  void theSameStreamGivesTheSamePicture() {
    Exposures exposures = new Exposures(90, 10, 26.58, 22, 0.263, 7, 0);
    Detector detector = new Detector(exposures, 6, 1e5, Unit.ELECTRONS_PER_SECOND);
    float[] rates = {0, 1, 2, 3};
    float[] first = new float[4];
    float[] second = new float[4];
    detector.expose(rates, stream("same").at(5), first, new float[0]);
    detector.expose(rates, stream("same").at(5), second, new float[0]);
    assertThat(first).isEqualTo(second);
  }

  private static Philox stream(String name) {
    return new Streams(3).stream(name);
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double spread(float[] values, double mean) {
    double sum = 0;
    for (float value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / values.length;
  }
}
