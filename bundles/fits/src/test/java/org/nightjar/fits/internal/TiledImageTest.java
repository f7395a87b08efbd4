package org.nightjar.fits.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;

/** Tile-compressed images against what cfitsio reads of them: exact, or refused. */
class TiledImageTest {
  /** What nom-tam-fits is known to get wrong. */
  private static final Set<String> REFUSED = Set.of("f_rice_nodither.fits");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> cfitsioAgrees() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(SharedData.folder("fits-tiles"))) {
      files = all.filter(f -> f.toString().endsWith(".fits")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(24);
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
  }

  private void compare(Path file) throws Exception {
    try (Reading reading = new Reading(folder);
        Product product = reading.open(file)) {
      ImagePart image = Reading.image(product);
      if (REFUSED.contains(file.getFileName().toString())) {
        assertThatThrownBy(() -> pixels(image, image.region()))
            .isInstanceOf(NightjarException.class)
            .hasMessageContaining("UNSUPPORTED")
            .hasMessageContaining("without dithering");
        return;
      }
      double[] expected = reference(file);
      assertThat(image.region().size()).isEqualTo(expected.length);
      assertSame(image, image.region(), expected);
      Random random = new Random(1);
      for (int i = 0; i < 50; i++) {
        int x = random.nextInt(image.width());
        int y = random.nextInt(image.height());
        assertSame(
            image,
            Region.of(
                x,
                y,
                x + 1 + random.nextInt(image.width() - x),
                y + 1 + random.nextInt(image.height() - y)),
            expected);
      }
    }
  }

  private static void assertSame(ImagePart image, Region region, double[] expected)
      throws NightjarException {
    double[] pixels = pixels(image, region);
    boolean whole = image.pixelType().name().matches("INT|LONG");
    int i = 0;
    for (int y = region.y0(); y < region.y1(); y++) {
      for (int x = region.x0(); x < region.x1(); x++, i++) {
        double wanted = expected[y * image.width() + x];
        if (Double.isNaN(wanted)) {
          assertThat(pixels[i]).isNaN();
        } else {
          double tolerance = whole ? 0 : 1e-6 * Math.max(1, Math.abs(wanted));
          assertThat(pixels[i]).as("x %d y %d", x, y).isCloseTo(wanted, within(tolerance));
        }
      }
    }
  }

  private static double[] pixels(ImagePart image, Region region) throws NightjarException {
    double[] pixels = new double[(int) region.size()];
    image.read(region, DoubleBuffer.wrap(pixels));
    return pixels;
  }

  private static double[] reference(Path file) throws IOException {
    Path path = file.resolveSibling(file.getFileName().toString().replace(".fits", ".ref.gz"));
    try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
      DoubleBuffer values = ByteBuffer.wrap(in.readAllBytes()).asDoubleBuffer();
      double[] reference = new double[values.remaining()];
      values.get(reference);
      return reference;
    }
  }

  @Test
  void whatWouldComeOutWrongIsRefused() throws Exception {
    byte[] file = Files.readAllBytes(SharedData.folder("fits-tiles").resolve("f_rice_d1.fits"));
    assertThat(refusal(file, "EXTNAME = 'COMPRESSED_IMAGE'", "ZBLANK  =        -2147483648"))
        .contains("UNSUPPORTED", "ZBLANK");
    assertThat(refusal(file, "'ZSCALE  '", "'ZSCALF  '")).contains("UNSUPPORTED", "ZSCALF");
    assertThat(refusal(file, "'1PB(115)'", "'2PB(115)'")).contains("CORRUPT");
    assertThat(refusal(file, "'SUBTRACTIVE_DITHER_1'", "'SUBTRACTIVE_DITHER_9'"))
        .contains("UNSUPPORTED");
    assertThat(refusal(file, "ZNAXIS1 =                  160", "ZNAXIS1 =            160000000"))
        .contains("CORRUPT", "tiles");
  }

  private String refusal(byte[] file, String was, String is) throws Exception {
    String text = new String(file, ISO_8859_1);
    assertThat(text).contains(was);
    byte[] changed =
        text.replace(was, String.format("%-" + was.length() + "s", is)).getBytes(ISO_8859_1);
    assertThat(changed.length).isEqualTo(file.length);
    Path path = Files.write(folder.resolve("changed"), changed);
    try (Reading reading = new Reading(folder);
        Product product = reading.open(path)) {
      ImagePart image = Reading.image(product);
      pixels(image, image.region());
      return "pixels";
    } catch (NightjarException e) {
      return e.getMessage();
    }
  }

  @Test
  void theFourCompressionsOfOneImageAreEqualToIt() throws Exception {
    Path exposures = SharedData.folder("exposures");
    try (Reading reading = new Reading(folder);
        Product plain = reading.open(exposures.resolve("m13.fits"))) {
      double[] expected = pixels(Reading.image(plain), Reading.image(plain).region());
      for (String method : List.of("rice", "hcomp", "gzip", "plio")) {
        try (Product tiled = reading.open(exposures.resolve("m13_" + method + ".fits"))) {
          ImagePart image = Reading.image(tiled);
          assertThat(pixels(image, image.region())).as(method).isEqualTo(expected);
        }
      }
    }
  }
}
