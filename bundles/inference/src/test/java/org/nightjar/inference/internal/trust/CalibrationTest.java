package org.nightjar.inference.internal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.trust.Temperature.Link;

/** Expected values by numpy 2.4, in double precision; the expression stands above each. */
class CalibrationTest {
  private static final Curve CURVE =
      new Curve(List.of(-1.0, 0.0, 1.0, 4.0), List.of(0.05, 0.2, 0.2, 0.9));

  private static double[] of(Calibration calibration, double... raw) {
    calibration.apply(raw);
    return raw;
  }

  private static Calibration temperature(double temperature) {
    return new Temperature(temperature, Link.BY_NUMBER, false);
  }

  private static Tensor mapOf(
      Vectors vectors, Calibration calibration, float[] values, int... shape) {
    return new Calibrated(calibration, vectors).apply(Tensor.of(values, shape));
  }

  private static OutputInfo info(String kind, Integer... shape) {
    return new OutputInfo("x", List.of(shape), kind, "", List.of());
  }

  @Test
  void temperatureOfSeveralClassesIsASoftmax() {
    // e = np.exp(np.array([2.5, -1, 0.3]) / 1.7); e / e.sum()
    assertThat(of(temperature(1.7), 2.5, -1, 0.3))
        .containsExactly(new double[] {0.7133972, 0.09103234, 0.19557046}, within(1e-8));
  }

  @Test
  void temperatureOfOneClassIsASigmoid() {
    // 1 / (1 + np.exp(-np.array([-3.2, 0.4]) / 1.7))
    assertThat(of(temperature(1.7), -3.2)[0]).isCloseTo(0.13211884, within(1e-8));
    assertThat(of(temperature(1.7), 0.4)[0]).isCloseTo(0.55855363, within(1e-8));
    assertThat(of(new Temperature(1.7, Link.SIGMOID, false), -3.2, 0.4))
        .containsExactly(new double[] {0.13211884, 0.55855363}, within(1e-8));
  }

  @Test
  void temperatureOfProbabilitiesTakesTheirLogarithms() {
    // q = np.array([.7, .2, .1]) ** (1 / 2.5); q / q.sum()
    assertThat(of(new Temperature(2.5, Link.BY_NUMBER, true), 0.7, 0.2, 0.1))
        .containsExactly(new double[] {0.48425746, 0.29339256, 0.22234998}, within(1e-8));
    // 1 / (1 + np.exp(-np.log(.98 / .02) / 2))
    assertThat(of(new Temperature(2, Link.BY_NUMBER, true), 0.98)[0])
        .isCloseTo(0.875, within(1e-12));
    assertThat(of(new Temperature(2, Link.BY_NUMBER, true), 0, 0, 0)).containsOnly(1 / 3.0);
    assertThat(of(new Temperature(2, Link.SIGMOID, true), 0, 1, 1.0000001))
        .containsExactly(0, 1, 1);
  }

  @Test
  void plattTakesANumberForEachClass() {
    // 1 / (1 + np.exp(-(np.array([.8, 1.3]) * np.array([1.5, -2]) + np.array([-.4, .1]))))
    Calibration platt = new Platt(List.of(0.8, 1.3), List.of(-0.4, 0.1), false);
    assertThat(of(platt, 1.5, -2))
        .containsExactly(new double[] {0.68997448, 0.07585818}, within(1e-8));
    assertThat(of(new Platt(List.of(2.0), List.of(0.0), true), 0.5, 0.9)[1])
        .isCloseTo(81 / 82.0, within(1e-12));
  }

  @Test
  void isotonicIsLinearBetweenKnotsAndConstantOutside() {
    // np.interp([-5, -1, 0, .5, 3, 9], [-1, 0, 1, 4], [.05, .2, .2, .9])
    double[] expected = {0.05, 0.05, 0.2, 0.2, 0.66666667, 0.9};
    double[] at = {-5, -1, 0, 0.5, 3, 9};
    for (int i = 0; i < at.length; i++) {
      assertThat(of(new Isotonic(List.of(CURVE)), at[i])[0]).isCloseTo(expected[i], within(1e-8));
    }
  }

  @Test
  void isotonicOfSeveralClassesSumsToOne() {
    // v = np.interp([-.5, 2, .5], [-1, 0, 1, 4], [.05, .2, .2, .9]); v / v.sum()
    assertThat(of(new Isotonic(List.of(CURVE)), -0.5, 2, 0.5))
        .containsExactly(new double[] {0.16483516, 0.57142857, 0.26373626}, within(1e-8));
    Curve zero = new Curve(List.of(0.0, 1.0), List.of(0.0, 1.0));
    assertThat(of(new Isotonic(List.of(zero, zero)), -1, -2)).containsExactly(0.5, 0.5);
    assertThat(of(new Isotonic(List.of(zero, CURVE)), 1, 4)[1]).isCloseTo(0.9 / 1.9, within(1e-12));
  }

  @Test
  void nothingOverflows() {
    double most = Float.MAX_VALUE;
    assertThat(of(temperature(1e-6), most, -most, 0)).containsExactly(1, 0, 0);
    assertThat(of(temperature(1e-6), most)).containsExactly(1);
    assertThat(of(temperature(1e-6), -most)).containsExactly(0);
    assertThat(of(temperature(1), 1000, 1000)).containsExactly(0.5, 0.5);
    assertThat(of(new Platt(List.of(1e12), List.of(-5.0), false), -most, most))
        .containsExactly(0, 1);
    assertThat(of(new Isotonic(List.of(CURVE)), -most)).containsExactly(0.05);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void softmaxSumsToOneAndKeepsTheOrder(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 1000; i++) {
      double[] raw = random.doubles(2 + random.nextInt(6), -20, 20).toArray();
      double[] calibrated = of(temperature(random.nextDouble(0.1, 10)), raw.clone());
      double sum = 0;
      for (int k = 0; k < raw.length; k++) {
        sum += calibrated[k];
        assertThat(Double.compare(calibrated[k], calibrated[0]) >= 0)
            .isEqualTo(raw[k] >= raw[0] || calibrated[k] == calibrated[0]);
      }
      assertThat(sum).isCloseTo(1, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void whatIsHigherIsNeverLessProbable(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Calibration> all =
        List.of(
            new Temperature(random.nextDouble(0.1, 10), Link.SIGMOID, false),
            new Platt(List.of(random.nextDouble(0.1, 5)), List.of(random.nextDouble(-3, 3)), false),
            new Isotonic(List.of(CURVE)));
    for (Calibration each : all) {
      double[] raw = random.doubles(2000, -6, 6).sorted().toArray();
      double before = 0;
      for (double value : raw) {
        double now = of(each, value)[0];
        assertThat(now).isBetween(before, 1.0);
        before = now;
      }
      assertThat(before).isGreaterThan(0.5);
    }
  }

  @Test
  void mapsAreCalibratedPixelByPixel() {
    float[] first = {2.5f, 0, -1, 0, 0.3f, 0};
    float[] last = {2.5f, -1, 0.3f, 0, 0, 0};
    Tensor byFirst = mapOf(Vectors.FIRST, temperature(1.7), first, 3, 1, 2);
    Tensor byLast = mapOf(Vectors.LAST, temperature(1.7), last, 1, 2, 3);
    assertThat(byFirst.shape()).containsExactly(3, 1, 2);
    for (int k = 0; k < 3; k++) {
      assertThat(byFirst.at(2 * k)).isEqualTo(byLast.at(k));
      assertThat(byFirst.at(2 * k + 1)).isEqualTo((float) (1 / 3.0));
    }
    assertThat(byLast.at(0)).isEqualTo(0.7133972f);
    Tensor single = mapOf(Vectors.NONE, temperature(1.7), new float[] {-3.2f, 0.4f}, 1, 2);
    assertThat(single.at(1)).isEqualTo(0.55855364f);
  }

  @Test
  void shapesThatDoNotFitAreRefused() throws NightjarException {
    Rule all = new Calibrated(temperature(1), Vectors.ALL);
    assertThat(all.shape(info("logit", 1, 3))).containsExactly(1, 3);
    assertThatThrownBy(() -> all.shape(info("logit", 2, 3))).hasMessageContaining("MODEL_REFUSED");
    assertThatThrownBy(() -> all.shape(info("logit", -1))).hasMessageContaining("kind mask");
    Rule map = new Calibrated(temperature(1), Vectors.FIRST);
    assertThat(map.shape(info("mask", 2, -1, -1))).containsExactly(2, -1, -1);
    assertThatThrownBy(() -> map.shape(info("mask", -1, -1))).hasMessageContaining("[-1, -1]");
    assertThatThrownBy(() -> map.shape(info("mask", -1, -1, 2))).hasMessageContaining("'axis'");
  }

  @Test
  void numbersForAnotherCountOfClassesAreRefused() {
    assertThatThrownBy(() -> new Temperature(1, Link.SOFTMAX, false).check(1))
        .hasMessageContaining("the softmax of a single class is always 1");
    assertThatThrownBy(() -> new Platt(List.of(1.0, 1.0), List.of(0.0), false).check(3))
        .hasMessageContaining("2 numbers of Platt scaling for 3 classes");
    assertThatThrownBy(() -> new Isotonic(List.of(CURVE, CURVE)).check(3))
        .hasMessageContaining("2 curves for 3 classes");
  }
}
