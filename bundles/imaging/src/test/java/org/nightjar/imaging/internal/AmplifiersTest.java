package org.nightjar.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.Amplifier;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Verdict;
import org.nightjar.testkit.InMemoryImage;

class AmplifiersTest {

  @TempDir private Path folder;

  @Test
  void takesTheOverscanOffEachAmplifier() throws Exception {
    Product raw =
        RawFrames.of("science", RawFrames.raw(RawFrames.light().withBackground(200, 10), 4, 0));
    Judged judged = Judged.of(raw, folder);
    assertThat(judged.report().reasons()).isEmpty();
    assertThat(judged.value("S1/A/overscan")).isCloseTo(500, within(0.5));
    assertThat(judged.value("S1/B/overscan")).isCloseTo(900, within(0.5));
    assertThat(judged.value("S1/A/overscanNoise")).isCloseTo(4, within(0.2));
    assertThat(judged.value("S1/A/readNoise")).isCloseTo(8, within(0.4));
    assertThat(judged.value("S1/A/gain")).isEqualTo(2);
    assertThat(judged.value("S1/B/saturation")).isEqualTo(60_000);
    assertThat(judged.value("readNoise")).isCloseTo(8, within(0.4));
    assertThat(judged.value("background")).isCloseTo(200, within(1.5));
    assertThat(judged.value("sources")).isBetween(18.0, 26.0);
    assertThat(judged.findings("amplifier-step")).isEmpty();
  }

  @Test
  void leavesOverscanColumnsOut() throws Exception {
    Product raw =
        RawFrames.of("science", RawFrames.raw(RawFrames.light().withBackground(200, 10), 4, 0));
    Judged judged = Judged.of(raw, folder);
    assertThat(judged.value("pixels")).isEqualTo(2.0 * RawFrames.HALF * RawFrames.HEIGHT);
    assertThat(judged.value("deadPixels")).isZero();
    assertThat(judged.value("blankPixels")).isZero();
    assertThat(judged.value("maskedPixels")).isZero();
  }

  @Test
  void findsAnOffsetThatTheOverscanDoesNotExplain() throws Exception {
    Product raw =
        RawFrames.of("science", RawFrames.raw(RawFrames.light().withBackground(200, 10), 4, 30));
    Judged judged = Judged.of(raw, folder);
    assertThat(judged.value("amplifierStep")).isCloseTo(30, within(3.0));
    Region box = judged.finding("amplifier-step").pixels().orElseThrow().region();
    assertThat(box.x0()).isLessThanOrEqualTo(RawFrames.WIDTH / 2);
    assertThat(box.x1()).isGreaterThanOrEqualTo(RawFrames.WIDTH / 2);
  }

  @Test
  void knowsWhereEachAmplifierSaturates() throws Exception {
    InMemoryImage image = RawFrames.raw(RawFrames.light().withBackground(200, 10), 4, 0);
    InMemoryImage bright =
        Pixels.changed(image, Region.of(50, 50, 55, 60), 30_000).with(amplifiers(image));
    assertThat(Judged.of(RawFrames.of("science", bright), folder).value("saturatedPixels"))
        .as("of A, which saturates at 30000")
        .isEqualTo(50);
    InMemoryImage other =
        Pixels.changed(image, Region.of(250, 50, 255, 60), 30_000).with(amplifiers(image));
    assertThat(Judged.of(RawFrames.of("science", other), folder).value("saturatedPixels"))
        .as("of B, which does not")
        .isZero();
  }

  @Test
  void knowsABiasByItsNoise() throws Exception {
    InMemoryImage bias =
        RawFrames.raw(RawFrames.light().withStars(0).withBackground(0, 0.01), 4, 0);
    Judged judged = Judged.of(RawFrames.of("bias", bias), folder);
    assertThat(judged.report().verdict()).isEqualTo(Verdict.OK);
    assertThat(judged.value("background")).isCloseTo(0, within(0.5));
    assertThat(judged.value("noise")).isCloseTo(4, within(0.3));
    assertThat(judged.value("columnNoise")).isLessThan(1);
    assertThat(judged.report().measurements()).doesNotContainKeys("seeing", "sources", "streaks");
    Judged science = Judged.of(RawFrames.of("science", bias), folder);
    assertThat(science.report().verdict()).isEqualTo(Verdict.QUESTIONABLE);
    assertThat(science.report().reasons())
        .anySatisfy(reason -> assertThat(reason).contains("S1 looks like a bias"));
    Judged flat = Judged.of(RawFrames.of("flat", bias), folder);
    assertThat(flat.report().reasons())
        .anySatisfy(reason -> assertThat(reason).contains("no light reached it"));
  }

  @Test
  void doesNotBelieveSectionsOutsideTheImage() throws Exception {
    Amplifier absurd =
        new Amplifier(
            "A",
            Region.of(0, 0, 5000, 5000),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    InMemoryImage image = Exposures.detector("primary", 1).with(absurd);
    Judged judged = Judged.of(Exposures.of(image), folder);
    assertThat(judged.finding("not-used").evidence()).contains("data section of amplifier A");
    assertThat(judged.value("pixels")).isEqualTo((double) Exposures.WIDTH * Exposures.HEIGHT);
  }

  private static Amplifier[] amplifiers(InMemoryImage image) {
    return image.amplifiers().toArray(Amplifier[]::new);
  }
}
