package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PixelDefectsTest {

  @Test
  void aCleanImageHasNone() {
    Sky sky =
        new Sky(300, 200, 1000, 10, 1)
            .star(100, 100, 5000, 1)
            .star(150, 50.5, 5000, 0.85)
            .star(30.5, 30.5, 9000, 2);

    PixelDefects defects = count(sky, DefectSettings.defaults());

    assertThat(defects).isEqualTo(new PixelDefects(60_000, 0, 0, 0, 0));
  }

  @Test
  void countsEachKindOnce() {
    Sky sky = new Sky(300, 200, 1000, 10, 2);
    for (int y = 0; y < 200; y++) {
      sky.set(77, y, 5);
    }
    sky.set(10, 10, 0)
        .set(20, 20, Double.NaN)
        .set(21, 20, Double.NEGATIVE_INFINITY)
        .set(22, 20, -2e30);
    sky.set(0, 0, 3000).set(299, 199, 4000).set(150, 100, 5000);
    sky.set(200, 100, 70_000).set(201, 100, 65_000);

    PixelDefects defects = count(sky, DefectSettings.defaults().withSaturationLevel(65_000));

    assertThat(defects).isEqualTo(new PixelDefects(60_000, 3, 2, 201, 3));
    assertThat(defects.deadFraction()).isCloseTo(201 / 60_000.0, within(1e-12));
    assertThat(defects.badFraction()).isCloseTo(3 / 60_000.0, within(1e-12));
    assertThat(defects.saturatedFraction()).isCloseTo(2 / 60_000.0, within(1e-12));
    assertThat(defects.hotFraction()).isCloseTo(3 / 60_000.0, within(1e-12));
  }

  @Test
  void zeroIsDeadOnlyWhereSaid() {
    Sky sky = new Sky(128, 128, 0, 10, 3).set(5, 5, 0);

    assertThat(count(sky, DefectSettings.defaults()).dead()).isEqualTo(1);
    assertThat(count(sky, new DefectSettings(Double.NaN, 10, false, 20)).dead()).isZero();
  }

  @Test
  void standsImagesOfNothing() {
    Sky flat = new Sky(50, 40, 1234.567, 0, 4);
    Sky missing = new Sky(50, 40, Double.NaN, 0, 5);

    assertThat(count(flat, DefectSettings.defaults()))
        .isEqualTo(new PixelDefects(2000, 0, 0, 0, 0));
    assertThat(count(missing, DefectSettings.defaults()))
        .isEqualTo(new PixelDefects(2000, 2000, 0, 0, 0));
    assertThat(count(new Sky(1, 1, 9, 0, 6), DefectSettings.defaults()))
        .isEqualTo(new PixelDefects(1, 0, 0, 0, 0));
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new DefectSettings(1, 0, true, 5))
        .hasMessageContaining("deadSigmas is 0");
    assertThatThrownBy(() -> new DefectSettings(1, 5, true, Double.NaN))
        .hasMessageContaining("hotSigmas is NaN");
  }

  private static PixelDefects count(Sky sky, DefectSettings settings) {
    return PixelDefects.count(sky.rows(), sky.mesh(), settings);
  }
}
