package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackgroundGradientTest {

  private static final int WIDTH = 700;
  private static final int HEIGHT = 500;

  @ParameterizedTest
  @CsvSource({"0.2,0", "0,-0.3", "-0.1,0.25", "0.01,0.01", "-3,-2"})
  void recoversAPlaneUnderStars(double slopeX, double slopeY) {
    Sky sky = plane(slopeX, slopeY);
    StarField.round(sky, 200, 50, 20_000, 3, 2);

    BackgroundGradient found = BackgroundGradient.of(sky.mesh());

    double level = 5000 + slopeX * (WIDTH - 1) / 2 + slopeY * (HEIGHT - 1) / 2;
    double amplitude = Math.abs(slopeX) * (WIDTH - 1) + Math.abs(slopeY) * (HEIGHT - 1);
    double off = 0.003 + 0.04 * Math.hypot(slopeX, slopeY);
    assertThat(found.level()).isCloseTo(level, within(2.0 + 0.002 * amplitude));
    assertThat(found.perPixelX()).isCloseTo(slopeX, within(off));
    assertThat(found.perPixelY()).isCloseTo(slopeY, within(off));
    assertThat(found.amplitude()).isCloseTo(amplitude, within(off * (WIDTH + HEIGHT)));
    assertThat(found.relativeAmplitude()).isEqualTo(found.amplitude() / found.level());
    assertThat(Math.sin(found.direction() - Math.atan2(slopeY, slopeX)))
        .isCloseTo(0, within(off / Math.hypot(slopeX, slopeY)));
    assertThat(found.structure()).isLessThan(2 + 0.04 * amplitude);
  }

  @Test
  void structureIsWhatThePlaneLeaves() {
    Sky sky = plane(0.1, 0);
    for (int i = 0; i < sky.pixels.length; i++) {
      sky.pixels[i] += (float) (50 * Math.sin(2 * Math.PI * (i / WIDTH) / 250.0));
    }
    BackgroundGradient waves = BackgroundGradient.of(sky.mesh());
    BackgroundGradient none = BackgroundGradient.of(plane(0.1, 0).mesh());

    assertThat(waves.structure()).isBetween(20.0, 40.0);
    assertThat(waves.structureRange()).isBetween(60.0, 110.0);
    assertThat(waves.relativeStructure()).isEqualTo(waves.structure() / waves.level());
    assertThat(none.structure()).isLessThan(2);
  }

  @Test
  void oneMeshHasNoSlopeAndNoPixelNoLevel() {
    BackgroundGradient one = BackgroundGradient.of(new Sky(40, 30, 100, 1, 1).mesh());
    BackgroundGradient strip = BackgroundGradient.of(new Sky(640, 30, 100, 1, 1).mesh());
    BackgroundGradient empty = BackgroundGradient.of(new Sky(300, 300, Double.NaN, 0, 1).mesh());

    assertThat(one.level()).isCloseTo(100, within(0.2));
    assertThat(one.amplitude()).isZero();
    assertThat(strip.perPixelY()).isZero();
    assertThat(strip.amplitude()).isLessThan(0.5);
    assertThat(empty.level()).isNaN();
    assertThat(empty.relativeAmplitude()).isNaN();
    assertThat(BackgroundGradient.of(new Sky(300, 300, 0, 1, 1).mesh()).noise())
        .isCloseTo(1, within(0.03));
  }

  @Test
  void aSubtractedBackgroundHasNoRelativeSizes() {
    BackgroundGradient below = BackgroundGradient.of(new Sky(300, 300, -5, 1, 1).mesh());

    assertThat(below.relativeAmplitude()).isNaN();
    assertThat(below.relativeStructure()).isNaN();
  }

  private static Sky plane(double slopeX, double slopeY) {
    Sky sky = new Sky(WIDTH, HEIGHT, 5000, 10, 1);
    for (int i = 0; i < sky.pixels.length; i++) {
      sky.pixels[i] += (float) (slopeX * (i % WIDTH) + slopeY * (i / WIDTH));
    }
    return sky;
  }
}
