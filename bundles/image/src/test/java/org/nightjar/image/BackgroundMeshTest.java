package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackgroundMeshTest {

  private static final double LEVEL = 1000;
  private static final double NOISE = 10;

  @Test
  void findsLevelAndNoise() {
    BackgroundMesh mesh = new Sky(512, 448, LEVEL, NOISE, 1).mesh();

    assertThat(mesh.columns()).isEqualTo(8);
    assertThat(mesh.rows()).isEqualTo(7);
    assertThat(mesh.globalBackground()).isCloseTo(LEVEL, within(0.03 * NOISE));
    assertThat(mesh.globalRms()).isCloseTo(NOISE, within(0.02 * NOISE));
  }

  @Test
  void starsMoveItLittle() {
    Sky sky = new Sky(512, 512, LEVEL, NOISE, 2);
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      sky.star(
          random.nextDouble() * 512,
          random.nextDouble() * 512,
          50 + 5000 * random.nextDouble(),
          1.5);
    }

    assertThat(sky.mesh().globalBackground()).isCloseTo(LEVEL, within(0.2 * NOISE));
  }

  @Test
  void followsASlope() {
    Sky sky = new Sky(512, 512, LEVEL, NOISE, 4);
    for (int i = 0; i < sky.pixels.length; i++) {
      sky.pixels[i] += 0.05f * (i % 512);
    }
    float[] row = new float[512];

    sky.mesh().map().backgroundRow(256, 512, row);

    assertThat(row[0]).isCloseTo(1000f, within(2f));
    assertThat(row[256]).isCloseTo(1012.8f, within(2f));
    assertThat(row[511]).isCloseTo(1025.5f, within(2f));
  }

  @Test
  void leavesBadPixelsOut() {
    Sky sky = new Sky(320, 320, LEVEL, NOISE, 5);
    double whole = sky.mesh().globalBackground();
    for (int i = 0; i < sky.pixels.length; i += 3) {
      sky.pixels[i] = i % 2 == 0 ? Float.NaN : Float.POSITIVE_INFINITY;
    }

    BackgroundMesh mesh = sky.mesh();

    assertThat(mesh.goodPixels()).isEqualTo(320 * 320 - (320 * 320 + 2) / 3);
    assertThat(mesh.globalBackground()).isCloseTo(whole, within(0.03 * NOISE));
    assertThat(mesh.globalRms()).isCloseTo(NOISE, within(0.03 * NOISE));
  }

  @Test
  void fillsEmptyMeshesFromTheirNeighbours() {
    Sky sky = new Sky(320, 320, LEVEL, NOISE, 6);
    for (int i = 0; i < sky.pixels.length; i++) {
      if (i % 320 >= 160) {
        sky.pixels[i] = Float.NaN;
      }
    }
    BackgroundMesh mesh = sky.mesh();

    for (int row = 0; row < mesh.rows(); row++) {
      for (int column = 0; column < mesh.columns(); column++) {
        assertThat(mesh.background(column, row)).isCloseTo(LEVEL, within(0.2 * NOISE));
        assertThat(mesh.rms(column, row)).isCloseTo(NOISE, within(0.1 * NOISE));
      }
    }
  }

  @Test
  void measuresAnImageThatIsMostlyMissing() {
    Sky sky = new Sky(320, 320, LEVEL, NOISE, 7);
    for (int i = 0; i < sky.pixels.length; i++) {
      if (i % 5 != 0) {
        sky.pixels[i] = Float.NaN;
      }
    }

    assertThat(sky.mesh().globalBackground()).isCloseTo(LEVEL, within(0.2 * NOISE));
  }

  @Test
  void isNotBlindedByEnormousPixels() {
    Sky sky = new Sky(320, 320, LEVEL, NOISE, 8);
    for (int i = 0; i < sky.pixels.length; i += 97) {
      sky.pixels[i] = i % 2 == 0 ? 1e29f : 1e15f;
    }

    assertThat(sky.mesh().globalBackground()).isCloseTo(LEVEL, within(0.1 * NOISE));
    assertThat(sky.mesh().globalRms()).isCloseTo(NOISE, within(0.1 * NOISE));
  }

  @Test
  void isIndependentOfScaleAndOffset() {
    Sky sky = new Sky(256, 256, 0, 1, 9).star(100, 100, 50, 2);
    BackgroundMesh before = sky.mesh();
    for (int i = 0; i < sky.pixels.length; i++) {
      sky.pixels[i] = 4 * sky.pixels[i] + 64;
    }
    BackgroundMesh after = sky.mesh();

    assertThat(after.globalBackground())
        .isCloseTo(4 * before.globalBackground() + 64, within(0.01));
    assertThat(after.globalRms()).isCloseTo(4 * before.globalRms(), within(0.01));
  }

  @Test
  void saysNaNOfAnImageWithoutGoodPixels() {
    float[] pixels = new float[100 * 90];
    Arrays.fill(pixels, Float.NaN);

    BackgroundMesh mesh =
        BackgroundMesh.measure(PixelRows.of(pixels, 100, 90), BackgroundSettings.defaults());

    assertThat(mesh.goodPixels()).isZero();
    assertThat(mesh.globalBackground()).isNaN();
    assertThat(mesh.globalRms()).isNaN();
  }

  @Test
  void knowsImagesWithoutNoise() {
    BackgroundMesh one =
        BackgroundMesh.measure(PixelRows.of(new float[] {7}, 1, 1), BackgroundSettings.defaults());
    BackgroundMesh flat = new Sky(200, 100, 1234.567, 0, 10).mesh();

    assertThat(one.globalBackground()).isEqualTo(7);
    assertThat(one.globalRms()).isZero();
    assertThat(flat.globalBackground()).isCloseTo(1234.567, within(1e-3));
    assertThat(flat.globalRms()).isZero();
  }

  @Test
  void refusesSettingsAndSizesThatMakeNoSense() {
    assertThatThrownBy(() -> new BackgroundSettings(4, 64, 3)).hasMessageContaining("4 x 64");
    assertThatThrownBy(() -> new BackgroundSettings(64, 64, 4)).hasMessageContaining("odd");
    assertThatThrownBy(() -> PixelRows.of(new float[5], 2, 3))
        .hasMessageContaining("needs 6 pixels");
    assertThatThrownBy(() -> PixelRows.of(new float[0], 0, 3)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> PixelRows.of(new float[1], 1 << 20, 1 << 20))
        .hasMessageContaining("2^31");
  }
}
