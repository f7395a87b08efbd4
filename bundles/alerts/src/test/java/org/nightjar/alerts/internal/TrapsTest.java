package org.nightjar.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.alerts.internal.schema.SchemaShelf;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.product.Product;

/** The traps that real packets of the surveys hold; RATIONALE.md lists them with their tests. */
class TrapsTest {
  @TempDir Path folder;

  private Reading reading() {
    Path schemas = SharedData.folder("transients").resolve("schema");
    return new Reading(new SchemaShelf(folder, Optional.of(schemas)));
  }

  private static byte[] file(String name) throws IOException {
    return Files.readAllBytes(SharedData.folder("transients").resolve(name));
  }

  private Facts facts(String name) throws Exception {
    byte[] file = file(name);
    try (Product product = reading().open(file, reading().scan(file).get(0))) {
      return product.facts();
    }
  }

  private Product open(String name) throws Exception {
    byte[] file = file(name);
    return reading().open(file, reading().scan(file).get(0));
  }

  @Test
  void aStampAtTheEdgeKeepsItsShape() throws Exception {
    int smaller = 0;
    try (Stream<Path> files = Files.list(SharedData.folder("transients/ztf_v3.0"))) {
      for (Path file : files.toList()) {
        try (Product product = open("ztf_v3.0/" + file.getFileName())) {
          for (ImagePart image : Reading.images(product)) {
            Object shape = image.info().facts().values().get("shape");
            assertThat(shape).isEqualTo(List.of((long) image.height(), (long) image.width()));
            smaller += image.height() < 63 || image.width() < 63 ? 1 : 0;
          }
        }
      }
    }
    assertThat(smaller).isPositive();
  }

  @Test
  void blankPixelsStayBlankAndAreCounted() throws Exception {
    try (Product product = open("ztf_v1.8/522193343215015006.avro")) {
      for (ImagePart image : Reading.images(product)) {
        float[] pixels = new float[63 * 63];
        image.read(image.region(), FloatBuffer.wrap(pixels));
        int blank = 0;
        for (float pixel : pixels) {
          blank += Float.isNaN(pixel) ? 1 : 0;
        }
        assertThat(blank).isEqualTo(973);
      }
    }
  }

  @Test
  void packetsThatLostAByteAreFoundAndSalvaged() throws Exception {
    String lost = "(?s)TRUNCATED.*needs \\d+ bytes.*: 1 lost.*salvaged: survey ztf, object ";
    assertRefused(
        "malformed/516442330015015017.avro",
        lost
            + "ZTF18aasnghx, candid 516442330015015017, observed 2018-06-01.*2 of 3 stamps whole"
            + " \\(science, template\\).*");
    assertRefused(
        "malformed/516401801315010009.avro",
        lost + "ZTF18aaxloth, candid 516401801315010009.*2 of 3 stamps whole.*");
    assertRefused("malformed/516434762915010006.avro", lost + ".*candid 516434762915010006.*");
  }

  private void assertRefused(String name, String message) throws IOException {
    byte[] file = file(name);
    assertThat(reading().reader().recognises(new BytesSource(file))).isTrue();
    assertThatThrownBy(() -> reading().scan(file)).as(name).hasMessageMatching(message);
  }

  @Test
  void aRepeatedFieldOfASchemaGetsAnotherName() throws Exception {
    Facts facts = facts("malformed/winter_duplicate_field.avro");
    assertThat(facts.text("survey")).contains("winter");
    assertThat(facts.list("schemaNotes").toString())
        .contains("repeats field sgmag1: the later one is sgmag1_2");
    assertThat(facts.flag("positive")).isPresent();
    assertThat(facts.number("magnitude")).isPresent();
    assertThat(facts.text("stamps.science")).contains("fits, gzip");
    try (Product product = open("malformed/winter_duplicate_field.avro")) {
      assertThat(Reading.images(product)).hasSize(3);
    }
  }

  @Test
  void aFramedPacketIsReadByTheSchemaOfItsNumber() throws Exception {
    Facts facts = facts("lsst/7912941781254298.avro");
    assertThat(facts.text("survey")).contains("lsst");
    assertThat(facts.text("schemaVersion")).contains("9.0");
    assertThat(facts.text("candidateId")).isPresent();
    assertThat(facts.text("fluxUnit")).contains("nJy");
    assertThat(facts.number("magnitude").orElseThrow()).isBetween(10.0, 30.0);
    assertThat(facts.flag("positive")).isPresent();
    assertThat(facts.text("band").orElseThrow()).matches("[ugrizy]");
  }

  @Test
  void framedBytesThatDoNotFitTheirSchemaAreRefusedWithTheirPlace() throws Exception {
    byte[] file = file("lsst/7912941781254298.avro");
    assertThatThrownBy(() -> reading().scan(Arrays.copyOf(file, file.length + 3)))
        .hasMessageContaining("CORRUPT: 3 bytes are left after the packet")
        .hasMessageContaining("byte " + file.length)
        .hasMessageContaining("salvaged: survey lsst")
        .hasMessageContaining("read by schema 900 (Rubin 9.0)");
    assertThatThrownBy(() -> reading().scan(Arrays.copyOf(file, 60_000)))
        .hasMessageContaining("CORRUPT: a length of ")
        .hasMessageContaining("byte ");
    byte[] other = file.clone();
    other[3] = (byte) (704 >> 8);
    other[4] = (byte) 704;
    assertThatThrownBy(() -> reading().scan(other)).hasMessageContaining("CORRUPT");
    other[3] = (byte) (1005 >> 8);
    other[4] = (byte) 1005;
    assertThatThrownBy(() -> reading().scan(other))
        .hasMessageContaining("schema 1005 (Rubin 10.5) is not known")
        .hasMessageContaining("alerts schema add FILE... --id 1005");
  }

  @Test
  void rubinStampsBringVarianceAndPointSpreadFunction() throws Exception {
    try (Product product = open("lsst/7912941781254298.avro")) {
      for (ImagePart image : Reading.images(product)) {
        assertThat(image.region().size()).isEqualTo(900);
        ImagePart variance = image.plane(PlaneRole.VARIANCE).orElseThrow();
        assertThat(variance.region()).isEqualTo(image.region());
        ImagePart psf = image.plane(PlaneRole.PSF).orElseThrow();
        assertThat(psf.width()).isIn(41, 77);
        double[] pixels = new double[(int) psf.region().size()];
        psf.read(psf.region(), java.nio.DoubleBuffer.wrap(pixels));
        assertThat(Arrays.stream(pixels).sum()).isBetween(0.9, 1.1);
        assertThat(image.info().facts().number("PC1_1")).isPresent();
        assertThat(image.info().facts().number("CDELT1")).hasValue(1);
        assertThat(image.info().facts().text("pixelUnit")).contains("nJy");
      }
      assertThat(Reading.images(product)).hasSize(3);
    }
  }

  @Test
  void snappyAndAnotherOrderOfFieldsMakeNoDifference() throws Exception {
    Facts facts = facts("ztf_snappy/000010510007802576.avro");
    assertThat(facts.text("survey")).contains("ztf");
    assertThat(facts.text("object")).contains("ZTF18acdjhss");
    assertThat(facts.text("candidateId")).contains("675208700015010000");
    assertThat(facts.text("band")).isPresent();
  }

  @Test
  void longHeadersTextIdsAndMissingTemplatesOfAtlasAreNoHindrance() throws Exception {
    Facts facts = facts("atlas/02a59543o0040o_006230.avro");
    assertThat(facts.text("candidateId")).contains("02a59543o0040o_006230");
    assertThat(facts.text("band")).contains("o");
    assertThat(facts.number("ra")).isPresent();
    assertThat(facts.number("magnitude")).isPresent();
    assertThat(facts.text("stamps.template").orElseThrow()).startsWith("no pixels");
    try (Product product = open("atlas/02a59543o0040o_006230.avro")) {
      assertThat(Reading.images(product)).hasSize(2);
      ImagePart science = Reading.images(product).get(0);
      assertThat(science.info().facts().values().size()).isGreaterThan(350);
      assertThat(science.info().facts().number("EXPTIME")).hasValue(30);
    }
  }

  @Test
  void picturesAndAbsentStampsAreSaidToBeSo() throws Exception {
    Facts pictures = facts("jpeg_stamps_v1.5/404105201415015000.avro");
    assertThat(pictures.text("stamps")).contains("jpeg");
    assertThat(pictures.text("stamps.science")).contains("no pixels: a JPEG picture");
    Facts none = facts("ztf_v3.3_nostamps/ZTF20abyfpze.avro");
    assertThat(none.text("stamps")).contains("none");
    assertThat(none.text("stamps.difference").orElseThrow()).startsWith("no pixels");
    assertThat(none.integer("prv_candidates.count")).hasValue(123);
  }

  @Test
  void theSignIsAFlagWhateverTheSurveyWrites() throws Exception {
    assertThat(facts("ztf_official/472263571115115000.avro").flag("positive")).contains(true);
    assertThat(facts("ztf_v4/2695378462115010012.avro").flag("positive")).contains(false);
    assertThat(facts("atlas/02a59543o0040o_006230.avro").flag("positive")).contains(false);
    assertThat(facts("atlas/02a59543o0072o_000833.avro").flag("positive")).contains(true);
    assertThat(facts("decam/desirt_alert.avro").flag("positive")).contains(true);
  }

  @Test
  void whatSaysNothingIsNotThere() throws Exception {
    Facts facts = facts("ztf_official/472263571115115000.avro");
    assertThat(facts.values().values()).doesNotContain(-999.0, -999L, "null");
    assertThat(facts.has("drb")).isTrue();
    for (String early :
        List.of("ztf_snappy/000010510007802576.avro", "ztf_v1.8/522193343215015006.avro")) {
      assertThat(facts(early).has("drb")).isFalse();
      assertThat(facts(early).has("candidate.drb")).isFalse();
    }
  }

  @Test
  void forcedPhotometryOfTheLatestSchemaIsATable() throws Exception {
    try (Product product = open("ztf_v4/2695378462115010012.avro")) {
      assertThat(product.facts().text("schemaVersion")).contains("4.02");
      assertThat(product.part("fp_hists")).isPresent();
    }
  }

  @Test
  void desirtHasItsReliabilityAndNoZtfNumbers() throws Exception {
    Facts facts = facts("decam/desirt_alert.avro");
    assertThat(facts.text("format")).contains("desirt 0.1.0");
    assertThat(facts.text("candidateId")).contains("65346");
    assertThat(facts.number("magnitude")).isPresent();
    assertThat(facts.number("flux")).isPresent();
    assertThat(facts.has("fwhm")).isFalse();
  }

  @Test
  void rubinContainersOfAllVersionsAreRead() throws Exception {
    for (String version : List.of("7_4", "9_0", "10_0")) {
      Facts facts = facts("lsst/fakeAlert_v" + version + ".avro");
      assertThat(facts.text("schemaVersion")).contains(version.replace('_', '.'));
      assertThat(facts.text("alertId")).isPresent();
      assertThat(facts.text("stamps")).contains("none");
    }
  }
}
