package org.nightjar.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.testkit.InMemoryImage;
import org.nightjar.testkit.InMemoryProduct;
import org.nightjar.testkit.InMemoryTable;
import org.nightjar.testkit.TestContext;
import org.nightjar.testkit.TestPlatform;

class ImagingTest {

  @TempDir private Path folder;

  @Test
  void measuresASky() throws Exception {
    Report report = report(Exposures.of(Exposures.detector("primary", 1)));
    assertThat(report.verdict()).isEqualTo(Verdict.OK);
    assertThat(value(report, "background")).isCloseTo(1000, within(1.0));
    assertThat(value(report, "noise")).isCloseTo(5, within(0.2));
    assertThat(value(report, "sources")).isBetween(20.0, 26.0);
    assertThat(value(report, "seeing")).isCloseTo(3, within(0.1));
    assertThat(value(report, "ellipticity")).isBetween(0.0, 0.1);
    assertThat(value(report, "blankPixels")).isZero();
    assertThat(value(report, "deadPixels")).isZero();
    assertThat(value(report, "saturatedPixels")).as("no level is known").isNaN();
    assertThat(report.measurements().get("background").unit()).isEqualTo("adu");
    assertThat(report.measurements()).doesNotContainKeys("seeingArcsec", "primary/background");
  }

  @Test
  void tellsSeeingOnTheSkyWhereTheHeaderHasAScale() throws Exception {
    InMemoryImage image =
        Exposures.detector("primary", 1)
            .with("CTYPE1", "RA---TAN")
            .with("CTYPE2", "DEC--TAN")
            .with("CRVAL1", 10.0)
            .with("CRVAL2", 20.0)
            .with("CD1_1", -2 / 3600.0)
            .with("CD2_2", 2 / 3600.0)
            .with("BUNIT", "electron");
    Report report = report(Exposures.of(image));
    assertThat(value(report, "seeingArcsec")).isCloseTo(6, within(0.2));
    assertThat(report.measurements().get("noise").unit()).isEqualTo("electron");
    assertThat(report.verdict()).isEqualTo(Verdict.QUESTIONABLE);
    assertThat(report.reasons())
        .singleElement()
        .asString()
        .contains("(seeingArcsec) is too large", "warning limit 5 arcsec");
  }

  @Test
  void summarisesSeveralDetectors() throws Exception {
    Report report =
        report(
            Exposures.of(
                Exposures.detector("S1", 1),
                Exposures.sky(2).withBackground(1200, 5).image("S2"),
                Exposures.sky(3).withBackground(1300, 5).image("S3")));
    assertThat(value(report, "S1/background")).isCloseTo(1000, within(1.0));
    assertThat(value(report, "background")).isEqualTo(value(report, "S2/background"));
    assertThat(value(report, "sources"))
        .isEqualTo(
            value(report, "S1/sources")
                + value(report, "S2/sources")
                + value(report, "S3/sources"));
    assertThat(report.attachments()).as("three pictures, a mask").hasSize(4);
  }

  @Test
  void findsADeadAmplifier() throws Exception {
    Report report =
        report(Exposures.of(Exposures.damaged("primary", 0, 0, 60, Exposures.HEIGHT, 0)));
    Finding dead = finding(report, "dead-columns");
    assertThat(dead.pixels().orElseThrow().region())
        .isEqualTo(Region.of(0, 0, 60, Exposures.HEIGHT));
  }

  @Test
  void boundsTheNumberOfFindings() throws Exception {
    float[] pixels = Exposures.sky(1).pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % Exposures.WIDTH % 4 == 0 ? 0 : pixels[i];
    }
    Report report = report(Exposures.of(InMemoryImage.of("primary", Exposures.WIDTH, pixels)));
    assertThat(report.findings()).hasSize(21);
    assertThat(report.findings().get(20).evidence()).isEqualTo("30 more like these");
  }

  @Test
  void findsSaturatedStars() throws Exception {
    InMemoryImage image =
        Exposures.damaged("primary", 50, 50, 58, 60, 20_000).with(FactNames.SATURATION, 20_000.0);
    Report report = report(Exposures.of(image));
    assertThat(value(report, "saturatedPixels")).isEqualTo(80);
    Region box = finding(report, "saturated-source").pixels().orElseThrow().region();
    assertThat(box.x0()).isLessThanOrEqualTo(50);
    assertThat(box.x1()).isGreaterThanOrEqualTo(58);
    assertThat(box.y0()).isLessThanOrEqualTo(50);
    assertThat(box.y1()).isGreaterThanOrEqualTo(60);
  }

  @Test
  void junksAnImageThatIsMostlyBlank() throws Exception {
    Report report =
        report(
            Exposures.of(
                Exposures.damaged(
                    "primary", 0, 0, Exposures.WIDTH, Exposures.HEIGHT - 4, Float.NaN)));
    assertThat(report.verdict()).isEqualTo(Verdict.JUNK);
    assertThat(report.reasons())
        .first()
        .asString()
        .contains("blank part (blankFraction)", "in primary", "alarm limit 0.95");
  }

  @Test
  void questionsAnExposureOfWhichOneDetectorIsJunk() throws Exception {
    InMemoryImage blank = InMemoryImage.of("S2", 2, Float.NaN, Float.NaN, Float.NaN, Float.NaN);
    Report report = report(Exposures.of(Exposures.detector("S1", 1), blank));
    assertThat(report.verdict()).isEqualTo(Verdict.QUESTIONABLE);
    assertThat(report.reasons()).contains("S2 has no good pixel");
  }

  @Test
  void sparesCalibrationFramesWhatIsAboutStars() throws Exception {
    InMemoryImage flat = Exposures.sky(1).withStars(0).image("primary");
    Product science = Exposures.of(flat);
    assertThat(report(science).verdict()).isEqualTo(Verdict.QUESTIONABLE);
    Product calibration =
        InMemoryProduct.of(Kind.EXPOSURE).fact("frameType", "flat").part(flat).build();
    assertThat(report(calibration).verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void cannotTellWithoutImages() throws Exception {
    Report report = report(Exposures.of(InMemoryTable.of("LOG").numbers("t", "s", 1)));
    assertThat(report.verdict()).isEqualTo(Verdict.ABSTAIN);
  }

  @Test
  void attachesASmallPicture() throws Exception {
    Product product = Exposures.of(Exposures.sky(1).image("primary"));
    TestContext context = TestPlatform.in(folder).context(product);
    Report report = task(Map.of()).examine(product, context);
    byte[] png = context.attachments().content(report.attachments().get(0)).orElseThrow();
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(picture.getWidth()).isEqualTo(Exposures.WIDTH);
    assertThat(picture.getHeight()).isEqualTo(Exposures.HEIGHT);
    assertThat(greenPixels(picture)).as("pixels of circles").isGreaterThan(100);
    Report bare = task(Map.of("preview", false, "mask", false)).examine(product, context);
    assertThat(bare.attachments()).isEmpty();
  }

  @Test
  void refusesSettingsThatCannotBe() {
    assertThatThrownBy(() -> task(Map.of("meshSize", 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mesh");
    assertThatThrownBy(() -> task(Map.of("junkDeadFraction", 2.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("deadFraction");
  }

  private static long greenPixels(BufferedImage picture) {
    return Arrays.stream(
            picture.getRGB(
                0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
        .filter(rgb -> (rgb >> 8 & 0xff) > (rgb & 0xff))
        .count();
  }

  private static Imaging task(Map<String, Object> settings) {
    return Judged.task(settings);
  }

  private Report report(Product product) throws Exception {
    return task(Map.of()).examine(product, TestPlatform.in(folder).context(product));
  }

  private static double value(Report report, String name) {
    assertThat(report.measurements()).containsKey(name);
    return report.measurements().get(name).value();
  }

  private static Finding finding(Report report, String what) {
    return report.findings().stream()
        .filter(finding -> finding.what().equals(what))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + what + " among " + report.findings()));
  }
}
