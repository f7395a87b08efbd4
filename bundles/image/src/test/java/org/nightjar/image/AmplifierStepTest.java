package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmplifierStepTest {

  private static final int SIDE = 512;

  @ParameterizedTest
  @CsvSource({"8,10,10", "-9,10,10", "40,5,8", "-200,20,5", "0,4,12", "2,3,3"})
  void recoversStepAndNoiseBetweenColumns(double step, double left, double right) {
    Sky sky = halves(step, left, right, 1);
    StarField.round(sky, 150, 50, 20_000, 3, 2);

    AmplifierStep found = AmplifierStep.atHalves(sky.rows()).get(0);

    assertThat(found.acrossColumns()).isTrue();
    assertThat(found.boundary()).isEqualTo(SIDE / 2);
    assertThat(found.first()).isEqualTo(new Section(0, 0, SIDE / 2, SIDE));
    assertThat(found.second()).isEqualTo(new Section(SIDE / 2, 0, SIDE, SIDE));
    assertThat(found.step()).isCloseTo(step, within(4 * found.error()));
    assertThat(found.error()).isLessThan(0.15 * Math.max(left, right));
    assertThat(found.isStep()).isEqualTo(step != 0);
    assertThat(found.firstNoise()).isCloseTo(left, withinPercentage(4));
    assertThat(found.secondNoise()).isCloseTo(right, withinPercentage(4));
    assertThat(found.noiseRatio())
        .isCloseTo(Math.max(left, right) / Math.min(left, right), withinPercentage(5));
  }

  @ParameterizedTest
  @CsvSource({"9,10,10", "-30,4,12"})
  void recoversThemBetweenRows(double step, double upper, double lower) {
    Sky turned = halves(step, upper, lower, 3);
    Sky sky = new Sky(SIDE, SIDE, 0, 0, 0);
    for (int i = 0; i < sky.pixels.length; i++) {
      sky.pixels[i] = turned.pixels[i % SIDE * SIDE + i / SIDE];
    }
    List<AmplifierStep> steps = AmplifierStep.atHalves(sky.rows());

    assertThat(steps).hasSize(2);
    assertThat(steps.get(0).isStep()).isFalse();
    AmplifierStep rows = steps.get(1);
    AmplifierStep columns = AmplifierStep.atHalves(turned.rows()).get(0);
    assertThat(rows.acrossColumns()).isFalse();
    assertThat(rows.isStep()).isTrue();
    assertThat(rows.step()).isEqualTo(columns.step());
    assertThat(rows.error()).isEqualTo(columns.error());
    assertThat(rows.firstNoise()).isEqualTo(columns.firstNoise());
    assertThat(rows.secondNoise()).isEqualTo(columns.secondNoise());
  }

  /** The error is the scatter that steps really have. */
  @Test
  void theErrorIsWhatTheStepsScatterBy() {
    int runs = 200;
    double squares = 0;
    double error = 0;
    int falseSteps = 0;
    for (int seed = 0; seed < runs; seed++) {
      AmplifierStep found = AmplifierStep.atHalves(new Sky(64, 200, 100, 5, seed).rows()).get(0);
      squares += found.step() * found.step() / runs;
      error += found.error() / runs;
      falseSteps += found.isStep() ? 1 : 0;
    }

    assertThat(error).isCloseTo(Math.sqrt(squares), withinPercentage(20));
    assertThat(falseSteps).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0.5,0", "0,-2", "3,3", "20,0"})
  void gradientsAreNone(double slopeX, double slopeY) {
    Sky sky = new Sky(SIDE, SIDE, 20_000, 8, 4);
    for (int i = 0; i < sky.pixels.length; i++) {
      sky.pixels[i] += (float) (slopeX * (i % SIDE) + slopeY * (i / SIDE));
    }

    assertThat(AmplifierStep.atHalves(sky.rows())).noneMatch(AmplifierStep::isStep);
  }

  @Test
  void vignettingIsNone() {
    Sky sky = new Sky(SIDE, SIDE, 0, 30, 5);
    for (int i = 0; i < sky.pixels.length; i++) {
      double r = Math.hypot(i % SIDE - 270, i / SIDE - 240) / SIDE;
      sky.pixels[i] += (float) (10_000 * (1 - 0.6 * r * r));
    }

    assertThat(AmplifierStep.atHalves(sky.rows())).noneMatch(AmplifierStep::isStep);
  }

  @ParameterizedTest
  @CsvSource({"256,256,40", "250,260,40", "262,256,25", "270,300,60", "240,256,120", "266,256,150"})
  void aBrightGalaxyAtTheBoundaryIsNone(double x, double y, double fwhm) {
    for (int seed = 0; seed < 5; seed++) {
      Sky sky = new Sky(SIDE, SIDE, 1000, 10, seed);
      sky.moffat(x, y, 8000, fwhm, 2);

      assertThat(AmplifierStep.atHalves(sky.rows())).noneMatch(AmplifierStep::isStep);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8, 16, 40})
  void shortBoundariesGiveNoFalseSteps(int height) {
    int steps = 0;
    for (int seed = 0; seed < 300; seed++) {
      steps += count(AmplifierStep.atHalves(new Sky(64, height, 100, 5, seed).rows()));
    }

    assertThat(steps).isZero();
  }

  @Test
  void wholeNumbersGiveNoFalseSteps() {
    for (int seed = 0; seed < 40; seed++) {
      Sky sky = new Sky(SIDE, 300, 1000.3, 0.3 + 0.05 * seed, seed);
      for (int i = 0; i < sky.pixels.length; i++) {
        sky.pixels[i] = Math.round(sky.pixels[i]);
      }
      assertThat(AmplifierStep.atHalves(sky.rows())).noneMatch(AmplifierStep::isStep);
    }
  }

  @Test
  void roundingIsNoStepButAStepWithoutNoiseIs() {
    Sky ramp = new Sky(SIDE, SIDE, 0, 0, 1);
    for (int i = 0; i < ramp.pixels.length; i++) {
      ramp.pixels[i] = (float) (1000 + 0.37 * (i % SIDE) + 0.11 * (i / SIDE));
    }
    assertThat(AmplifierStep.atHalves(ramp.rows())).noneMatch(AmplifierStep::isStep);
    assertThat(AmplifierStep.atHalves(new Sky(SIDE, SIDE, 1000.1, 0, 1).rows()))
        .noneMatch(AmplifierStep::isStep);
    assertThat(AmplifierStep.atHalves(halves(1, 0, 0, 1).rows()).get(0).isStep()).isTrue();
  }

  @Test
  void aThirdOfBadPixelsPlaysNoPart() {
    Sky sky = halves(5, 10, 10, 6);
    Random random = new Random(7);
    for (int i = 0; i < sky.pixels.length; i++) {
      if (random.nextInt(3) == 0) {
        sky.pixels[i] = random.nextBoolean() ? Float.NaN : Float.POSITIVE_INFINITY;
      } else if (random.nextInt(40) == 0) {
        sky.pixels[i] = 1e35f;
      }
    }
    AmplifierStep found = AmplifierStep.atHalves(sky.rows()).get(0);

    assertThat(found.step()).isCloseTo(5, within(4 * found.error()));
    assertThat(found.firstNoise()).isCloseTo(10, withinPercentage(5));
  }

  @Test
  void findsEveryBoundaryOfASetOfAmplifiers() {
    Sky sky = new Sky(SIDE, SIDE, 1000, 5, 8);
    for (int i = 0; i < sky.pixels.length; i++) {
      sky.pixels[i] += i % SIDE >= 384 && i / SIDE < 256 ? 20 : 0;
    }
    List<Section> quarters =
        List.of(
            new Section(0, 0, 384, 256),
            new Section(384, 0, SIDE, 256),
            new Section(0, 256, 384, SIDE),
            new Section(384, 256, SIDE, SIDE));

    List<AmplifierStep> steps = AmplifierStep.between(sky.rows(), quarters);

    assertThat(steps).hasSize(4);
    assertThat(steps.stream().filter(AmplifierStep::isStep))
        .hasSize(2)
        .allSatisfy(step -> assertThat(Math.abs(step.step())).isCloseTo(20, within(1.5)));
  }

  @Test
  void sectionsApartTooNarrowOrOutside() {
    PixelRows image = new Sky(SIDE, SIDE, 1000, 5, 9).rows();
    Section left = new Section(0, 0, 200, 100);

    assertThat(AmplifierStep.between(image, List.of(left, new Section(201, 0, 400, 100))))
        .isEmpty();
    assertThat(AmplifierStep.between(image, List.of(left, new Section(200, 0, 215, 100))))
        .isEmpty();
    assertThat(AmplifierStep.between(image, List.of(left, new Section(200, 100, 400, 200))))
        .isEmpty();
    assertThat(AmplifierStep.atHalves(new Sky(31, 31, 1, 1, 1).rows())).isEmpty();
    assertThatThrownBy(() -> AmplifierStep.between(image, List.of(new Section(0, 0, 513, 9))))
        .hasMessageContaining("512 x 512");
  }

  private static int count(List<AmplifierStep> steps) {
    return (int) steps.stream().filter(AmplifierStep::isStep).count();
  }

  private static Sky halves(double step, double left, double right, long seed) {
    Sky sky = new Sky(SIDE, SIDE, 0, 1, seed);
    for (int i = 0; i < sky.pixels.length; i++) {
      boolean first = i % SIDE < SIDE / 2;
      sky.pixels[i] = (float) (1000 + (first ? 0 : step) + sky.pixels[i] * (first ? left : right));
    }
    return sky;
  }
}
