package org.nightjar.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.avro.file.CodecFactory;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.Category;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Product;
import org.nightjar.api.reader.Sighting;

/** Lengths, counts, depths and packings that lie: refused before memory or time is spent. */
class HostileTest {
  private static final String LIST =
      """
      {"type":"record","name":"alert","fields":[
       {"name":"candidate","type":{"type":"record","name":"c","fields":[
         {"name":"jd","type":"double"}]}},
       {"name":"list","type":{"type":"array","items":%s}}]}""";

  private static final byte[] JD = new byte[8];

  private final Reading reading = new Reading();

  private void assertRefused(byte[] file, String message) {
    assertThatThrownBy(() -> reading.scan(file))
        .isInstanceOfSatisfying(
            NightjarException.class,
            e -> assertThat(e.problem().category()).isEqualTo(Category.DATA))
        .hasMessageContaining(message);
  }

  private static byte[] list(String items, byte[] encoded) {
    return new RawContainer(LIST.formatted(items), "null")
        .block(1, RawContainer.joined(JD, encoded))
        .bytes();
  }

  @Test
  void negativeAndHugeCountsOfBlocksAndItems() {
    byte[] block = new RawContainer(LIST.formatted("\"int\""), "null").number(-1).bytes();
    assertRefused(RawContainer.joined(block, new byte[40]), "CORRUPT: a block of -1 packets");
    byte[] long63 = RawContainer.numbers(Long.MIN_VALUE, 4);
    assertRefused(list("\"int\"", long63), "CORRUPT: a list of -9223372036854775808 items");
    assertRefused(list("\"int\"", RawContainer.numbers(Long.MAX_VALUE, 1)), "ends within");
    assertRefused(list("\"int\"", RawContainer.numbers(-3, -7, 1)), "a length of -7");
    assertRefused(
        list("\"null\"", RawContainer.numbers(1L << 40, 0)), "more values than its bytes");
    assertRefused(
        list("{\"type\":\"record\",\"name\":\"e\",\"fields\":[]}", RawContainer.numbers(1L << 40)),
        "more values than its bytes");
    assertRefused(list("\"bytes\"", RawContainer.numbers(1, 1L << 60)), "a length of");
  }

  @Test
  void aUnionBranchThatIsNotThere() {
    assertRefused(list("[\"null\",\"int\"]", RawContainer.numbers(1, 2, 0)), "union branch 2 of 2");
    assertRefused(
        list("[\"null\",\"int\"]", RawContainer.numbers(1, -1, 0)), "union branch -1 of 2");
  }

  @Test
  void recordsWithinThemselvesWithoutEnd() {
    String item =
        "{\"type\":\"record\",\"name\":\"e\",\"fields\":[{\"name\":\"n\",\"type\":[\"null\",\"e\"]}]}";
    byte[] deep = new byte[5000];
    Arrays.fill(deep, (byte) 2);
    assertRefused(list(item, deep), "nested deeper");
  }

  @Test
  void emptyRecordsThatDoubleAtEveryDepth() {
    StringBuilder schema = new StringBuilder("\"null\"");
    for (int i = 0; i < 40; i++) {
      schema.insert(
          0, "{\"type\":\"record\",\"name\":\"r" + i + "\",\"fields\":[{\"name\":\"a\",\"type\":");
      schema
          .append("},{\"name\":\"b\",\"type\":\"r")
          .append(39 - i + 1 > 39 ? 39 : 39 - i)
          .append("\"}]}");
    }
    assertThatThrownBy(() -> reading.scan(list(schema.toString(), RawContainer.numbers(1, 0))))
        .isInstanceOf(NightjarException.class);
  }

  @Test
  void schemasNestedWithoutEnd() {
    String deep = "[".repeat(50_000) + "]".repeat(50_000);
    assertRefused(new RawContainer(deep, "null").bytes(), "CORRUPT");
    String arrays = "{\"type\":\"array\",\"items\":".repeat(400) + "\"int\"" + "}".repeat(400);
    assertRefused(list(arrays, RawContainer.numbers(0)), "a schema nested deeper than");
  }

  @Test
  void bombsOfEveryCodec() throws Exception {
    byte[] zeros = new byte[32 << 20];
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(deflated, new Deflater(9, true), 1 << 16)) {
      for (int i = 0; i < 9; i++) {
        out.write(zeros);
      }
    }
    assertRefused(packed("deflate", deflated.toByteArray()), "TOO_LARGE: a block unpacks to more");
    byte[] frame = Zstd.compress(zeros);
    byte[][] frames = new byte[9][];
    Arrays.fill(frames, frame);
    assertRefused(packed("zstandard", RawContainer.joined(frames)), "TOO_LARGE");
    // Snappy: says 4 GiB and holds nothing of it.
    assertRefused(packed("snappy", new byte[] {-1, -1, -1, -1, 15, 0, 65, 1, 2, 3, 4}), "CORRUPT");
  }

  private static byte[] packed(String codec, byte[] bytes) {
    return new RawContainer(LIST.formatted("\"int\""), codec).block(1, bytes).bytes();
  }

  @Test
  void garbageInEveryCodec() {
    for (String codec : List.of("deflate", "snappy", "zstandard", "bzip2", "xz")) {
      assertRefused(
          packed(codec, "not what it says".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
          "CORRUPT: a block packed with " + codec);
      assertRefused(packed(codec, new byte[0]), "CORRUPT");
    }
    assertRefused(packed("lz9", new byte[1]), "UNSUPPORTED: the container is packed with 'lz9'");
  }

  @Test
  void everyCodecOfTheSpecificationIsRead() throws Exception {
    for (CodecFactory codec :
        List.of(
            CodecFactory.nullCodec(),
            CodecFactory.deflateCodec(6),
            CodecFactory.bzip2Codec(),
            CodecFactory.xzCodec(1),
            CodecFactory.zstandardCodec(3, true))) {
      byte[] file = AvroBuilder.container(codec, 3, 2);
      List<Sighting> found = reading.scan(file);
      assertThat(found).as("%s", codec).hasSize(3);
      try (Product product = reading.open(file, found.get(2))) {
        assertThat(product.facts().integer("candid")).hasValue(1002);
        assertThat(Reading.images(product)).hasSize(3);
      }
    }
  }

  @Test
  void packetsBehindADamagedBlockAreStillFound() throws Exception {
    byte[] file = AvroBuilder.container(CodecFactory.nullCodec(), 6, 1);
    int sync = lastIndexOf(file, "sixteen-bytes-ok", 3);
    byte[] shorter =
        RawContainer.joined(
            Arrays.copyOf(file, sync - 50), Arrays.copyOfRange(file, sync - 49, file.length));
    List<Sighting> found = new java.util.ArrayList<>();
    assertThatThrownBy(() -> reading.reader().scan(new BytesSource(shorter), found::add))
        .hasMessageContaining("CORRUPT: no sync marker")
        .hasMessageContaining("salvaged: survey ztf, object ZTF26test3, candid 1003")
        .hasMessageContaining("2 of 3 stamps whole (science, template)");
    assertThat(found).hasSize(5);
    for (Sighting sighting : found) {
      try (Product product = reading.open(shorter, sighting)) {
        assertThat(product.facts().text("candidateId").orElseThrow()).isNotEqualTo("1003");
      }
    }
  }

  /** Of the last but so many. */
  private static int lastIndexOf(byte[] file, String text, int before) {
    String all = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    int at = all.length();
    for (int i = 0; i < before; i++) {
      at = all.lastIndexOf(text, at - 1);
    }
    return at;
  }
}
