package org.nightjar.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.report.SkyCircle;
import org.nightjar.testkit.InMemoryImage;

class SkyTest {

  private static final double SCALE = 0.5;

  @TempDir private Path folder;

  @Test
  void tellsHowFaintAndHowDark() throws Exception {
    Judged judged =
        Judged.of(
            Exposures.of(onSky(Exposures.detector("primary", 1)).with("zeroPoint", 30.0)), folder);
    double sigma = judged.value("seeing") / 2.3548;
    double limit =
        30 - 2.5 * Math.log10(5 * judged.value("noise") * Math.sqrt(4 * Math.PI) * sigma);
    assertThat(judged.value("limitingMagnitude")).isCloseTo(limit, within(0.001));
    assertThat(judged.value("skyBrightness"))
        .isCloseTo(30 - 2.5 * Math.log10(judged.value("background") / 0.25), within(0.001));
    assertThat(judged.report().measurements().get("skyBrightness").unit())
        .isEqualTo("mag/arcsec**2");
  }

  @Test
  void tellsNeitherWithoutAZeroPoint() throws Exception {
    Judged judged = Judged.of(Exposures.of(onSky(Exposures.detector("primary", 1))), folder);
    assertThat(judged.report().measurements())
        .doesNotContainKeys("limitingMagnitude", "skyBrightness");
  }

  @Test
  void tellsWhereOnTheSkyAFindingIs() throws Exception {
    InMemoryImage image =
        onSky(
            Exposures.damaged("primary", 50, 50, 58, 60, 20_000)
                .with(FactNames.SATURATION, 20_000.0));
    SkyCircle circle =
        Judged.of(Exposures.of(image), folder).finding("saturated-source").sky().orElseThrow();
    assertThat(circle.ra()).isCloseTo(150 + 46 * SCALE / 3600, within(5 * SCALE / 3600));
    assertThat(circle.dec()).isCloseTo(-20 * SCALE / 3600, within(5 * SCALE / 3600));
    assertThat(circle.radius()).isBetween(2 * SCALE / 3600, 20 * SCALE / 3600);
  }

  @Test
  void doesWithoutASkyThatContradictsItself() throws Exception {
    InMemoryImage image = onSky(Exposures.detector("primary", 1)).with("CD1_1", 0.0);
    Judged judged = Judged.of(Exposures.of(image), folder);
    assertThat(judged.report().measurements()).doesNotContainKey("seeingArcsec");
    assertThat(judged.finding("not-used").evidence()).contains("world coordinates");
  }

  private static InMemoryImage onSky(InMemoryImage image) {
    return image
        .with("CTYPE1", "RA---TAN")
        .with("CTYPE2", "DEC--TAN")
        .with("CRVAL1", 150.0)
        .with("CRVAL2", 0.0)
        .with("CRPIX1", 101.0)
        .with("CRPIX2", 76.0)
        .with("CD1_1", -SCALE / 3600)
        .with("CD2_2", SCALE / 3600);
  }
}
