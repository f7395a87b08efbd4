package org.nightjar.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Verdict;
import org.nightjar.testkit.InMemoryImage;

class PlanesTest {

  private static final Region BAD = Region.of(20, 30, 60, 70);
  private static final int BAD_PIXELS = 1600;

  @TempDir private Path folder;

  @Test
  void leavesOutWhatTheMaskCallsBad() throws Exception {
    Judged judged = Judged.of(Exposures.of(wounded().with(PlaneRole.MASK, flags(1 << 30))), folder);
    assertMasked(judged);
  }

  @Test
  void looksAtBadBitsAlone() throws Exception {
    InMemoryImage image = Exposures.detector("primary", 1);
    InMemoryImage said = flags(4).with(FactNames.BAD_BITS, 3);
    Judged judged = Judged.of(Exposures.of(image.with(PlaneRole.MASK, said)), folder);
    assertThat(judged.value("maskedPixels")).as("bit 2 is not bad").isZero();
    Judged bad =
        Judged.of(
            Exposures.of(image.with(PlaneRole.MASK, flags(4).with(FactNames.BAD_BITS, 4))), folder);
    assertThat(bad.value("maskedPixels")).isEqualTo(BAD_PIXELS);
    Judged byProfile =
        Judged.of(Exposures.of(image.with(PlaneRole.MASK, flags(4))), folder, Profiles.badBits(3));
    assertThat(byProfile.value("maskedPixels")).isZero();
  }

  @Test
  void leavesOutWhatHasNoWeight() throws Exception {
    assertMasked(Judged.of(Exposures.of(wounded().with(PlaneRole.WEIGHT, plane(1, 0))), folder));
  }

  @Test
  void leavesOutWhatHasNoVariance() throws Exception {
    assertMasked(
        Judged.of(
            Exposures.of(wounded().with(PlaneRole.VARIANCE, plane(25, Float.POSITIVE_INFINITY))),
            folder));
    assertMasked(
        Judged.of(
            Exposures.of(wounded().with(PlaneRole.UNCERTAINTY, plane(5, Float.NaN))), folder));
  }

  @Test
  void doesNotUseAPlaneOfAnotherSize() throws Exception {
    InMemoryImage small = InMemoryImage.ofIntegers("DQ", 2, 1, 1, 1, 1);
    Judged judged =
        Judged.of(
            Exposures.of(Exposures.detector("primary", 1).with(PlaneRole.MASK, small)), folder);
    assertThat(judged.finding("not-used").evidence()).contains("mask plane of primary is 2 x 2");
    assertThat(judged.report().verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void questionsADetectorThatIsMostlyMasked() throws Exception {
    float[] none = new float[Exposures.WIDTH * Exposures.HEIGHT];
    Arrays.fill(none, 0, none.length * 3 / 5, 0);
    Arrays.fill(none, none.length * 3 / 5, none.length, 1);
    InMemoryImage weights = InMemoryImage.of("WT", Exposures.WIDTH, none);
    Judged judged =
        Judged.of(
            Exposures.of(Exposures.detector("primary", 1).with(PlaneRole.WEIGHT, weights)), folder);
    assertThat(judged.report().verdict()).isEqualTo(Verdict.QUESTIONABLE);
    assertThat(judged.report().reasons())
        .containsExactly(
            "the masked part (maskedFraction) is too large: 0.6 in primary; warning limit 0.5");
  }

  private static void assertMasked(Judged judged) {
    assertThat(judged.value("maskedPixels")).isEqualTo(BAD_PIXELS);
    assertThat(judged.value("maskedFraction"))
        .isCloseTo(BAD_PIXELS / (double) (Exposures.WIDTH * Exposures.HEIGHT), within(1e-9));
    assertThat(judged.value("saturatedPixels")).isZero();
    assertThat(judged.value("blankPixels")).isZero();
    assertThat(judged.value("background")).isCloseTo(1000, within(1.0));
    assertThat(judged.report().verdict()).isEqualTo(Verdict.OK);
  }

  /** What lies below the bad pixels would spoil everything. */
  private static InMemoryImage wounded() throws Exception {
    return Pixels.changed(Exposures.detector("primary", 1), BAD, 50_000)
        .with(FactNames.SATURATION, 50_000.0);
  }

  private static InMemoryImage flags(int bits) throws Exception {
    int[] flags = new int[Exposures.WIDTH * Exposures.HEIGHT];
    for (int y = BAD.y0(); y < BAD.y1(); y++) {
      Arrays.fill(flags, y * Exposures.WIDTH + BAD.x0(), y * Exposures.WIDTH + BAD.x1(), bits);
    }
    return InMemoryImage.ofIntegers("DQ", Exposures.WIDTH, flags);
  }

  private static InMemoryImage plane(float good, float bad) throws Exception {
    return Pixels.plain("PLANE", Exposures.WIDTH, Exposures.HEIGHT, good, BAD, bad);
  }
}
