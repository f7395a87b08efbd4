package org.nightjar.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Verdict;
import org.nightjar.testkit.InMemoryImage;
import org.nightjar.testkit.InMemoryProduct;
import org.nightjar.testkit.Sky;

class FrameTypesTest {

  private static final Sky EVEN = Sky.of(256, 192).withStars(0).withBackground(20_000, 100);

  @TempDir private Path folder;

  @Test
  void judgesAnEvenFlat() throws Exception {
    Judged judged = Judged.of(RawFrames.of("flat", EVEN.image("S1")), folder);
    assertThat(judged.report().verdict()).isEqualTo(Verdict.OK);
    assertThat(judged.value("uniformity")).isCloseTo(1, within(0.01));
    assertThat(judged.value("frameType")).isEqualTo(4);
    assertThat(judged.report().measurements()).doesNotContainKeys("seeing", "limitingMagnitude");
  }

  @Test
  void questionsAnUnevenOrSaturatedFlat() throws Exception {
    float[] pixels = EVEN.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] *= 0.3f + 0.7f * (i % 256) / 255;
    }
    InMemoryImage uneven = InMemoryImage.of("S1", 256, pixels);
    assertThat(Judged.of(RawFrames.of("flat", uneven), folder).report().reasons())
        .anySatisfy(
            reason -> assertThat(reason).contains("the uniformity (uniformity) is too small"));
    InMemoryImage full =
        Pixels.changed(EVEN.image("S1"), Region.of(0, 0, 256, 100), 65_535)
            .with(FactNames.SATURATION, 65_535.0);
    assertThat(Judged.of(RawFrames.of("flat", full), folder).report().verdict())
        .isEqualTo(Verdict.JUNK);
  }

  @Test
  void doubtsAFlatFullOfStars() throws Exception {
    InMemoryImage starry = Sky.of(256, 192).withStars(60).image("S1");
    assertThat(Judged.of(RawFrames.of("flat", starry), folder).report().reasons())
        .singleElement()
        .asString()
        .contains("S1 is called a flat but shows");
    assertThat(Judged.of(RawFrames.of("dark", starry), folder).report().verdict())
        .isEqualTo(Verdict.QUESTIONABLE);
  }

  @Test
  void countsHotPixelsAndColumnsOfADark() throws Exception {
    float[] pixels = Sky.of(256, 192).withStars(0).withBackground(100, 5).pixels();
    for (int i = 0; i < 40; i++) {
      pixels[(5 + 4 * i) * 256 + 10 + 5 * i] = 4000;
    }
    for (int y = 0; y < 192; y++) {
      pixels[y * 256 + 230] += 300;
    }
    Product dark = RawFrames.of("dark", InMemoryImage.of("S1", 256, pixels));
    Judged judged = Judged.of(dark, folder);
    assertThat(judged.value("hotPixels")).isBetween(38.0, 42.0);
    assertThat(judged.value("hotLines")).isEqualTo(1);
    assertThat(judged.finding("hot-columns").pixels().orElseThrow().region())
        .isEqualTo(Region.of(230, 0, 231, 192));
    assertThat(judged.report().measurements()).doesNotContainKey("seeing");
  }

  @Test
  void sparesFocusFramesTheSeeing() throws Exception {
    InMemoryImage blurred =
        Sky.of(256, 192).withStars(30).withFwhm(9).image("S1").with("CTYPE1", "RA---TAN");
    InMemoryImage scaled =
        blurred
            .with("CTYPE2", "DEC--TAN")
            .with("CRVAL1", 10.0)
            .with("CRVAL2", 20.0)
            .with("CRPIX1", 128.0)
            .with("CRPIX2", 96.0)
            .with("CD1_1", -1 / 3600.0)
            .with("CD2_2", 1 / 3600.0);
    assertThat(Judged.of(RawFrames.of("science", scaled), folder).report().verdict())
        .isEqualTo(Verdict.QUESTIONABLE);
    Judged focus = Judged.of(RawFrames.of("focus", scaled), folder);
    assertThat(focus.report().verdict()).isEqualTo(Verdict.OK);
    assertThat(focus.value("seeing")).isCloseTo(9, within(0.5));
  }

  @Test
  void judgesAnUnknownTypeAsScienceAndSaysSo() throws Exception {
    Product odd = RawFrames.of("sky flat of sorts", Exposures.detector("S1", 1));
    Judged judged = Judged.of(odd, folder);
    assertThat(judged.finding("unknown-frame-type").evidence()).contains("sky flat of sorts");
    assertThat(judged.value("seeing")).isCloseTo(3, within(0.1));
    Product silent = InMemoryProduct.of(Kind.EXPOSURE).part(Exposures.detector("S1", 1)).build();
    assertThat(Judged.of(silent, folder).finding("unknown-frame-type").evidence())
        .contains("no frame type is told");
  }
}
