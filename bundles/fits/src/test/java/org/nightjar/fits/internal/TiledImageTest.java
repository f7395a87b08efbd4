package org.nightjar.fits.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
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

/** Tile-compressed images against what cfitsio reads of them. */
class TiledImageTest {
  private static final long[] SEEDS = {1, 20261120, 77};

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
      double[] expected = reference(file);
      assertThat(image.region().size()).isEqualTo(expected.length);
      PixelComparison comparison = new PixelComparison(image, expected);
      comparison.check(image.region());
      for (long seed : SEEDS) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
          comparison.check(PixelComparison.rectangle(image, random));
        }
      }
      comparison.checkTiles();
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
  void headersThatDescribeNoTilesAreRefused() throws Exception {
    byte[] file = Files.readAllBytes(SharedData.folder("fits-tiles").resolve("f_rice_d1.fits"));
    assertThat(refusal(file, "'ZSCALE  '", "'ZSCALF  '")).contains("CORRUPT", "scale");
    assertThat(refusal(file, "'1PB(115)'", "'2PB(115)'")).contains("CORRUPT");
    assertThat(refusal(file, "'SUBTRACTIVE_DITHER_1'", "'SUBTRACTIVE_DITHER_9'"))
        .contains("UNSUPPORTED");
    assertThat(refusal(file, "ZNAXIS1 =                  160", "ZNAXIS1 =            160000000"))
        .contains("CORRUPT", "tiles");
    assertThat(refusal(file, "'RICE_1  '", "'BZIP2_1 '")).contains("UNSUPPORTED", "BZIP2_1");
    assertThat(refusal(file, "'RICE_1  '", "'GZIP_1  '")).contains("CORRUPT", "tile 0, byte");
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

  @Test
  void aQuantisedExposureIsWhatCfitsioReads() throws Exception {
    Path file = SharedData.folder("exposures").resolve("m13real_rice.fits");
    double[] expected = Astropy.read(file, folder);
    try (Reading reading = new Reading(folder);
        Product product = reading.open(file)) {
      ImagePart image = Reading.image(product);
      PixelComparison comparison = new PixelComparison(image, expected);
      comparison.check(image.region());
      Random random = new Random(13);
      for (int i = 0; i < 200; i++) {
        comparison.check(PixelComparison.rectangle(image, random));
      }
    }
  }
}
