package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverscanTest {

  private static final int WIDTH = 300;
  private static final int HEIGHT = 1000;
  private static final Section SECTION = new Section(250, 0, 300, HEIGHT);

  @ParameterizedTest
  @CsvSource({"1000,3,0", "300,8,0.01", "2000,1,-0.004", "-5,20,0.1"})
  void recoversLevelNoiseAndSlopeWithOutliers(double level, double noise, double perRow) {
    Overscan overscan = Overscan.measure(image(level, noise, perRow, 1).rows(), SECTION);

    assertThat(overscan.level()).isCloseTo(level + perRow * (HEIGHT - 1) / 2, within(0.1 * noise));
    assertThat(overscan.noise()).isCloseTo(noise, withinPercentage(2));
    assertThat(overscan.perRow()).isCloseTo(perRow, within(4 * overscan.perRowError()));
    assertThat(overscan.perRowError()).isCloseTo(errorOf(noise), withinPercentage(15));
    assertThat(overscan.rowScatter())
        .isCloseTo(noise * 1.2533 / Math.sqrt(50), withinPercentage(10));
    assertThat(overscan.isDrifting()).isEqualTo(perRow != 0);
    assertThat(overscan.pixels()).isEqualTo(50 * HEIGHT - HEIGHT / 10);
  }

  private static double errorOf(double noise) {
    double rows = HEIGHT;
    return noise * 1.2533 / Math.sqrt(50) / Math.sqrt(rows * (rows * rows - 1) / 12);
  }

  /** Light outside of the section, 60 000 counts of it, plays no part. */
  private static Sky image(double level, double noise, double perRow, long seed) {
    Sky sky = new Sky(WIDTH, HEIGHT, level, noise, seed);
    Random random = new Random(seed + 1);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        sky.pixels[y * WIDTH + x] += (float) (perRow * y + (x < 250 ? 60_000 : 0));
      }
      sky.set(250 + random.nextInt(25), y, 65_535);
      if (y % 10 == 0) {
        sky.set(275 + random.nextInt(25), y, Double.NaN);
      }
    }
    return sky;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 9, 10, 12, 30, 300})
  void aSteadyLevelDoesNotDrift(int rows) {
    int drifting = 0;
    for (int seed = 0; seed < 200; seed++) {
      Sky sky = new Sky(20, rows, 1000, 4, seed);
      drifting += Overscan.measure(sky.rows(), Section.all(sky.rows())).isDrifting() ? 1 : 0;
    }

    assertThat(drifting).isLessThanOrEqualTo(1);
  }

  @Test
  void aConstantLevelDoesNotDriftAndARampWithoutNoiseDoes() {
    Sky flat = new Sky(40, 500, 1000.1, 0, 1);
    Sky ramp = new Sky(40, 500, 1000, 0, 1);
    for (int i = 0; i < ramp.pixels.length; i++) {
      ramp.pixels[i] += i / 40;
    }

    Overscan steady = Overscan.measure(flat.rows(), Section.all(flat.rows()));
    Overscan drifting = Overscan.measure(ramp.rows(), Section.all(ramp.rows()));

    assertThat(steady.isDrifting()).isFalse();
    assertThat(steady.noise()).isZero();
    assertThat(steady.level()).isCloseTo(1000.1, within(1e-4));
    assertThat(drifting.isDrifting()).isTrue();
    assertThat(drifting.perRow()).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"1,0.05", "2,0.05", "3,0.03", "4,0.03", "7,0.02", "400,0.02"})
  void knowsTheNoiseOfNarrowSections(int width, double tolerance) {
    Sky sky = new Sky(width, 5000, 1000, 6, 3);

    assertThat(Overscan.measure(sky.rows(), Section.all(sky.rows())).noise())
        .isCloseTo(6, within(6 * tolerance));
  }

  @Test
  void standsSectionsWithoutGoodPixels() {
    Sky sky = new Sky(20, 100, Double.NaN, 0, 1);
    Overscan none = Overscan.measure(sky.rows(), Section.all(sky.rows()));
    Overscan one = Overscan.measure(sky.set(3, 50, 7).rows(), Section.all(sky.rows()));

    assertThat(none.level()).isNaN();
    assertThat(none.noise()).isNaN();
    assertThat(none.pixels()).isZero();
    assertThat(none.isDrifting()).isFalse();
    assertThat(one.level()).isEqualTo(7);
    assertThat(one.pixels()).isEqualTo(1);
    assertThat(one.isDrifting()).isFalse();
    assertThatThrownBy(() -> Overscan.measure(sky.rows(), new Section(0, 0, 21, 5)))
        .hasMessageContaining("20 x 100");
  }
}
