package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationFrameTest {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 512;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anEvenBias(long seed) {
    CalibrationFrame bias = measure(new Sky(WIDTH, HEIGHT, 300, 4, seed));

    assertThat(bias.level()).isCloseTo(300, within(0.1));
    assertThat(bias.noise()).isCloseTo(4, withinPercentage(2));
    assertThat(bias.rowNoise()).isZero();
    assertThat(bias.columnNoise()).isZero();
    assertThat(bias.uniformity()).isCloseTo(1, within(0.003));
    assertThat(bias.gradient().amplitude()).isLessThan(0.5);
    assertThat(bias.defects()).isEqualTo(new PixelDefects((long) WIDTH * HEIGHT, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"2,0", "0,3", "1,2", "0.5,0"})
  void recoversBanding(double ofRows, double ofColumns) {
    Sky bias = new Sky(WIDTH, HEIGHT, 300, 4, 6);
    Random random = new Random(7);
    double[] columns = random.doubles(WIDTH).map(u -> ofColumns * random.nextGaussian()).toArray();
    for (int y = 0; y < HEIGHT; y++) {
      double row = ofRows * random.nextGaussian();
      for (int x = 0; x < WIDTH; x++) {
        bias.pixels[y * WIDTH + x] += (float) (row + columns[x]);
      }
    }
    CalibrationFrame found = measure(bias);

    assertThat(found.rowNoise()).isCloseTo(ofRows, within(0.05 + 0.12 * ofRows));
    assertThat(found.columnNoise()).isCloseTo(ofColumns, within(0.05 + 0.12 * ofColumns));
  }

  @Test
  void aVignettedFlatWithDeadAndHotPixels() {
    Sky flat = new Sky(WIDTH, HEIGHT, 0, 100, 8);
    for (int i = 0; i < flat.pixels.length; i++) {
      double r = Math.hypot(i % WIDTH - 320, i / WIDTH - 256) / 410;
      flat.pixels[i] += (float) (20_000 * (1 - 0.2 * r * r) + 2 * (i % WIDTH));
    }
    for (int i = 0; i < 50; i++) {
      flat.set(7 + 12 * i, 100 + i, 200).set(11 + 12 * i, 200 + i, 50_000);
    }
    CalibrationFrame found = measure(flat);

    // 5th and 95th percentile of 1 - 0.2 r^2 over the meshes, tilted a little.
    assertThat(found.uniformity()).isBetween(0.83, 0.9);
    assertThat(found.gradient().perPixelX()).isCloseTo(2, within(0.4));
    assertThat(found.gradient().perPixelY()).isCloseTo(0, within(0.4));
    assertThat(found.gradient().relativeStructure()).isBetween(0.02, 0.06);
    assertThat(found.noise()).isCloseTo(100, withinPercentage(3));
    assertThat(found.rowNoise()).isLessThan(8);
    assertThat(found.columnNoise()).isLessThan(8);
    assertThat(found.defects().dead()).isEqualTo(50);
    assertThat(found.defects().hot()).isEqualTo(50);
  }

  @Test
  void maskedPixelsPlayNoPart() {
    Sky bias = new Sky(WIDTH, HEIGHT, 300, 4, 9);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (y % 10 == 3 || x % 16 == 5) {
          bias.set(x, y, Double.NaN);
        }
      }
    }
    CalibrationFrame found = measure(bias);

    assertThat(found.level()).isCloseTo(300, within(0.1));
    assertThat(found.rowNoise()).isLessThan(0.15);
    assertThat(found.columnNoise()).isLessThan(0.15);
  }

  @Test
  void standsConstantEmptyAndTinyFrames() {
    CalibrationFrame flat = measure(new Sky(100, 80, 1234.5, 0, 1));
    CalibrationFrame empty = measure(new Sky(100, 80, Double.NaN, 0, 1));

    assertThat(flat.level()).isEqualTo(1234.5);
    assertThat(flat.noise()).isZero();
    assertThat(flat.rowNoise()).isZero();
    assertThat(flat.columnNoise()).isZero();
    assertThat(flat.uniformity()).isEqualTo(1);
    assertThat(empty.level()).isNaN();
    assertThat(empty.uniformity()).isNaN();
    assertThat(measure(new Sky(1, 1, 7, 0, 1)).rowNoise()).isZero();
    assertThat(measure(new Sky(WIDTH, HEIGHT, -50, 4, 1)).uniformity()).isNaN();
  }

  private static CalibrationFrame measure(Sky sky) {
    BackgroundMesh mesh = sky.mesh();
    return CalibrationFrame.measure(
        sky.rows(), mesh, PixelDefects.count(sky.rows(), mesh, DefectSettings.defaults()));
  }
}
