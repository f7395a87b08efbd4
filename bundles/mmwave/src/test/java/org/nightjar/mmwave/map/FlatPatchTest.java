package org.nightjar.mmwave.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatPatchTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "359.9, -55", "180, 89.5", "12, -90", "352.5, 45"})
  void placesComeBack(double ra, double dec) {
    FlatPatch patch = new FlatPatch(200, 100, 1.5, ra, dec);
    for (double[] place : new double[][] {{0, 0}, {199.5, 99.5}, {17.3, 80.2}, {99.5, 49.5}}) {
      PatchSky sky = patch.sky(place[0], place[1]);
      PatchPoint back = patch.pixel(sky.ra(), sky.dec()).orElseThrow();
      assertThat(back.x()).isCloseTo(place[0], within(1e-8));
      assertThat(back.y()).isCloseTo(place[1], within(1e-8));
      assertThat(sky.ra()).isBetween(0.0, 360.0);
    }
  }

  @Test
  void theCentreIsBetweenTheMiddlePixels() {
    FlatPatch patch = new FlatPatch(100, 60, 0.5, 352.5, -55);
    PatchPoint centre = patch.pixel(352.5, -55).orElseThrow();
    assertThat(centre.x()).isEqualTo(49.5);
    assertThat(centre.y()).isEqualTo(29.5);
    assertThat(patch.wcs())
        .containsEntry("CRPIX1", 50.5)
        .containsEntry("CRPIX2", 30.5)
        .containsEntry("CDELT1", -0.5 / 60)
        .containsEntry("CTYPE2", "DEC--TAN");
    assertThat(patch.pixel(352.5, -54).orElseThrow().y()).isGreaterThan(29.5);
    assertThat(patch.pixel(353.5, -55).orElseThrow().x()).isLessThan(49.5);
    assertThat(patch.pixel(172.5, 55)).isEmpty();
  }

  @Test
  void measuresAreas() {
    FlatPatch patch = new FlatPatch(120, 60, 1, 0, 0);
    assertThat(patch.squareDegrees()).isCloseTo(2, within(1e-12));
    assertThat(patch.steradians()).isCloseTo(2 * Math.pow(Math.PI / 180, 2), within(1e-12));
    assertThat(patch.nyquist()).isCloseTo(10800, within(1e-6));
    assertThat(patch.ell(1, 0)).isCloseTo(180, within(1e-9));
    assertThat(patch.ell(3, 2)).isCloseTo(Math.hypot(540, 720), within(1e-9));
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> new FlatPatch(0, 5, 1, 0, 0)).hasMessageContaining("0 x 5");
    assertThatThrownBy(() -> new FlatPatch(5, 5, Double.NaN, 0, 0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new FlatPatch(5, 5, 1, 0, 91)).hasMessageContaining("91");
    assertThatThrownBy(() -> new FlatPatch(4096, 5, 60, 0, 0)).hasMessageContaining("60 degrees");
  }
}
