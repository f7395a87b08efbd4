package org.nightjar.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.file.CodecFactory;
import org.junit.jupiter.api.Test;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;
import org.nightjar.api.product.TablePart;
import org.nightjar.api.reader.Sighting;

class AlertReaderTest {
  private final Reading reading = new Reading();

  @Test
  void aContainerOfOnePacketIsOneProductOfTheWholeFile() throws Exception {
    byte[] file = AvroBuilder.container(CodecFactory.nullCodec(), 1, 1);
    List<Sighting> found = reading.scan(file);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).offset()).isZero();
    assertThat(found.get(0).length()).isEqualTo(file.length);
    try (Product product = reading.open(file, found.get(0))) {
      Facts facts = product.facts();
      assertThat(facts.text("object")).contains("ZTF26test0");
      assertThat(facts.text("format")).contains("ztf 3.3");
      assertThat(facts.text("observed")).contains("2021-09-01T00:00:00Z");
      assertThat(facts.text("band")).contains("g");
      assertThat(facts.integer("candid")).hasValue(1000);
      assertThat(facts.number("candidate.magpsf")).hasValue(18.5);
      assertThat(facts.has("candidate.drb")).isFalse();
      assertThat(facts.text("stamps")).contains("fits");
      assertThat(facts.text("cutoutScience.fileName")).contains("cutoutScience.fits.gz");
      assertThat(facts.integer("prv_candidates.count")).hasValue(2);
      assertThat(found.get(0).facts().values()).hasSizeLessThan(15);
      TablePart history = (TablePart) product.part("prv_candidates").orElseThrow();
      double[] days = new double[2];
      history.read("jd", 0, DoubleBuffer.wrap(days));
      assertThat(days).containsExactly(2459508.5, 2459509.5);
      assertThat(history.text("isdiffpos", 1, 1)).containsExactly("t");
    }
  }

  @Test
  void stampsArePartsWithTheirMissingPixels() throws Exception {
    byte[] file = AvroBuilder.container(CodecFactory.nullCodec(), 1, 1);
    try (Product product = reading.open(file, reading.scan(file).get(0))) {
      assertThat(product.parts())
          .extracting(part -> part.info().name())
          .containsExactly("science", "template", "difference", "prv_candidates");
      for (ImagePart image : Reading.images(product)) {
        float[] pixels = new float[6];
        image.read(Region.of(1, 1, 4, 3), FloatBuffer.wrap(pixels));
        assertThat(pixels).containsExactly(Float.NaN, 3f, 3.5f, 4.5f, 5f, 5.5f);
        assertThatThrownBy(() -> image.read(image.region(), IntBuffer.allocate(12)))
            .hasMessageContaining("BAD_ARGUMENT");
      }
    }
  }

  @Test
  void eachOfManyPacketsIsFoundAgainWhateverTheCodec() throws Exception {
    for (CodecFactory codec : List.of(CodecFactory.nullCodec(), CodecFactory.deflateCodec(6))) {
      byte[] file = AvroBuilder.container(codec, 7, 3);
      List<Sighting> found = reading.scan(file);
      assertThat(found).hasSize(7);
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < found.size(); i++) {
        try (Product product = reading.open(file, found.get(i))) {
          assertThat(product.facts().integer("candid")).hasValue(1000 + i);
          ids.add(product.ref().id());
        }
      }
      assertThat(ids).doesNotHaveDuplicates();
    }
  }

  @Test
  void samePacketsHaveTheSameIdAloneInTheirRange() throws Exception {
    byte[] once = AvroBuilder.container(CodecFactory.nullCodec(), 3, 3);
    byte[] split = AvroBuilder.container(CodecFactory.nullCodec(), 3, 1);
    assertThat(Reading.ref(once, reading.scan(once).get(2)).id())
        .isEqualTo(Reading.ref(split, reading.scan(split).get(2)).id());
  }

  @Test
  void changedBytesAreNotTakenForWhatWasFound() throws Exception {
    byte[] file = AvroBuilder.container(CodecFactory.nullCodec(), 3, 3);
    Sighting second = reading.scan(file).get(1);
    var ref = Reading.ref(file, second);
    byte[] changed = file.clone();
    changed[(int) second.offset() + 60] ^= 1;
    assertThatThrownBy(() -> reading.reader().open(new BytesSource(changed), ref))
        .hasMessageContaining("not those that were found");
  }

  @Test
  void bytesLostOrAddedAnywhereAreFound() throws Exception {
    byte[] file = AvroBuilder.container(CodecFactory.nullCodec(), 1, 1);
    int firstBlock =
        new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("sixteen-bytes-ok")
            + 16;
    for (int at = firstBlock; at < file.length; at += 97) {
      byte[] shorter = new byte[file.length - 1];
      System.arraycopy(file, 0, shorter, 0, at);
      System.arraycopy(file, at + 1, shorter, at, shorter.length - at);
      assertThatThrownBy(() -> reading.scan(shorter))
          .as("without byte %d", at)
          .hasMessageMatching("(?s)(TRUNCATED|CORRUPT).*");
    }
    assertThatThrownBy(() -> reading.scan(Arrays.copyOf(file, firstBlock)))
        .hasMessageContaining("no packet");
    assertThatThrownBy(() -> reading.scan(Arrays.copyOf(file, firstBlock - 20)))
        .hasMessageContaining("TRUNCATED");
    assertThatThrownBy(() -> reading.scan(Arrays.copyOf(file, file.length - 40)))
        .hasMessageContaining("40 missing at the end of the file");
  }

  @Test
  void packetsBeforeTheDamageStand() throws Exception {
    byte[] file = AvroBuilder.container(CodecFactory.nullCodec(), 4, 2);
    List<Sighting> found = new ArrayList<>();
    byte[] shorter = Arrays.copyOf(file, file.length - 5);
    assertThatThrownBy(() -> reading.reader().scan(new BytesSource(shorter), found::add))
        .hasMessageContaining("TRUNCATED");
    assertThat(found).hasSize(2);
  }

  @Test
  void damagedStampsAreFoundWhenLookedAt() throws Exception {
    byte[] stamp = AvroBuilder.gzip(AvroBuilder.fits(0));
    byte[] file = AvroBuilder.container(CodecFactory.nullCodec(), 1, 1);
    byte[] damaged = file.clone();
    int at = indexOf(file, stamp);
    damaged[at + stamp.length - 6] ^= 1;
    try (Product product = reading.open(damaged, reading.scan(damaged).get(0))) {
      assertThat(product.facts().text("object")).contains("ZTF26test0");
      assertThatThrownBy(product::parts)
          .hasMessageContaining("checksum")
          .hasMessageContaining("stamp science");
    }
  }

  private static int indexOf(byte[] all, byte[] part) {
    for (int i = 0; i <= all.length - part.length; i++) {
      if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  @Test
  void framedPacketsOfNoKnownSchemaAreRefusedWithTheRemedy() throws Exception {
    byte[] framed = new byte[100];
    framed[3] = 3;
    framed[4] = (byte) 0x84;
    assertThat(reading.reader().recognises(new BytesSource(framed))).isTrue();
    assertThatThrownBy(() -> reading.scan(framed))
        .hasMessageContaining("UNSUPPORTED")
        .hasMessageContaining("schema 900 (Rubin 9.0) is not known")
        .hasMessageContaining("nightjar alerts schema add FILE... --id 900");
    assertThat(reading.reader().recognises(new BytesSource(new byte[100]))).isFalse();
    assertThat(reading.reader().recognises(new BytesSource(new byte[0]))).isFalse();
  }
}
