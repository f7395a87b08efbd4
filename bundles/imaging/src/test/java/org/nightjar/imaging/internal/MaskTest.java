package org.nightjar.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Product;
import org.nightjar.api.reader.MaskWriter;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.Report;
import org.nightjar.testkit.InMemoryImage;
import org.nightjar.testkit.TestPlatform;
import org.nightjar.testkit.TestSettings;

class MaskTest {

  private static final int BLANK = 0;
  private static final int DEAD = 1;
  private static final int HOT = 2;
  private static final int SATURATED = 3;
  private static final int RAY = 4;
  private static final int STREAK = 5;

  @TempDir private Path folder;

  @Test
  void marksWhatIsWrongWithPixels() throws Exception {
    float[] pixels = Exposures.sky(1).withStars(0).pixels();
    pixels[20 * Exposures.WIDTH + 30] = Float.NaN;
    pixels[21 * Exposures.WIDTH + 130] = 0;
    pixels[22 * Exposures.WIDTH + 50] = 900;
    pixels[70 * Exposures.WIDTH + 60] = 5000;
    pixels[100 * Exposures.WIDTH + 99] = 40_000;
    pixels[100 * Exposures.WIDTH + 100] = 40_000;
    for (int y = 0; y < Exposures.HEIGHT; y++) {
      pixels[y * Exposures.WIDTH + 150] = 1000;
    }
    InMemoryImage image =
        InMemoryImage.of("primary", Exposures.WIDTH, pixels).with(FactNames.SATURATION, 40_000.0);
    PackedMasks masks = new PackedMasks();
    Report report = report(Exposures.of(image), masks, true);
    PackedMasks.Packed mask = masks.packed().get(0);
    assertThat(mask.part()).isEqualTo("primary");
    assertThat(mask.count(BLANK)).isEqualTo(1);
    assertThat(mask.pixels()[20][30]).isEqualTo(1 << BLANK);
    assertThat(mask.count(DEAD)).as("two pixels, one column").isEqualTo(2 + Exposures.HEIGHT);
    assertThat(mask.pixels()[22][50]).isEqualTo(1 << DEAD);
    assertThat(mask.count(HOT)).isEqualTo(1);
    assertThat(mask.pixels()[70][60] & 1 << HOT).isNotZero();
    assertThat(mask.count(SATURATED)).isEqualTo(2);
    assertThat(report.measurements().get("hotPixels").value()).isEqualTo(1);
    assertThat(report.attachments().stream().map(Attachment::name)).contains(MaskWriter.FILE_NAME);
  }

  @Test
  void marksStreaksAndHitsOfCosmicRays() throws Exception {
    float[] pixels = Exposures.sky(1).pixels();
    for (int y = 58; y < 61; y++) {
      for (int x = 20; x < 180; x++) {
        pixels[y * Exposures.WIDTH + x] += 80;
      }
    }
    for (int x = 40; x < 46; x++) {
      pixels[120 * Exposures.WIDTH + x] += 1500;
    }
    PackedMasks masks = new PackedMasks();
    report(Exposures.of(InMemoryImage.of("primary", Exposures.WIDTH, pixels)), masks, true);
    int[][] mask = masks.packed().get(0).pixels();
    assertThat(mask[59][100] & 1 << STREAK).isNotZero();
    assertThat(mask[80][100] & 1 << STREAK).isZero();
    assertThat(masks.packed().get(0).count(STREAK)).isBetween(480L, 2400L);
    assertThat(mask[120][42] & 1 << RAY).isNotZero();
    assertThat(masks.packed().get(0).count(RAY)).isBetween(4L, 20L);
  }

  @Test
  void putsAllDetectorsIntoOneFileInTheirOrder() throws Exception {
    PackedMasks masks = new PackedMasks();
    Product product =
        Exposures.of(
            Exposures.detector("S1", 1), Exposures.detector("S2", 2), Exposures.detector("S3", 3));
    Report report = report(product, masks, true);
    assertThat(masks.packed()).hasSize(3);
    assertThat(report.attachments().stream().filter(a -> a.name().equals("mask.fits"))).hasSize(1);
  }

  @Test
  void makesNoneIfNotAsked() throws Exception {
    PackedMasks masks = new PackedMasks();
    Report report = report(Exposures.of(Exposures.detector("S1", 1)), masks, false);
    assertThat(masks.packed()).isEmpty();
    assertThat(report.attachments().stream().map(Attachment::name)).doesNotContain("mask.fits");
  }

  private Report report(Product product, MaskWriter masks, boolean wanted) throws Exception {
    Imaging task =
        new Imaging(TestSettings.with(ImagingSettings.class, Map.of("mask", wanted)), masks);
    return task.examine(product, TestPlatform.in(folder).context(product));
  }
}
