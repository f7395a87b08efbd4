package org.nightjar.fits.internal.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.StandardError;

/** Streams written by hand, right ones and damaged ones. */
class CodecTest {
  private final TileScratch scratch = new TileScratch();

  private static TileStream stream(byte[] tile) {
    // What follows a tile in memory is the next one: the decoder must not be led by it.
    byte[] memory = new byte[tile.length + 3 + TileStream.SLACK];
    Arrays.fill(memory, (byte) 0xff);
    System.arraycopy(tile, 0, memory, 3, tile.length);
    return new TileStream(memory, 3, tile.length);
  }

  /** Bytes from ones and zeros; blanks are for the reader. */
  private static byte[] bits(String text) {
    String bits = text.replace(" ", "");
    byte[] bytes = new byte[(bits.length() + 7) / 8];
    for (int i = 0; i < bits.length(); i++) {
      bytes[i / 8] |= (byte) ((bits.charAt(i) - '0') << (7 - i % 8));
    }
    return bytes;
  }

  private int[] decode(IntCodec codec, int pixels, byte[] tile) throws DamagedStreamException {
    codec.decode(stream(tile), pixels, scratch);
    return Arrays.copyOf(scratch.ints(pixels), pixels);
  }

  private DamagedStreamException damage(IntCodec codec, int pixels, byte[] tile) {
    return catchThrowableOfType(
        DamagedStreamException.class, () -> codec.decode(stream(tile), pixels, scratch));
  }

  @Test
  void riceBlocksOfEachSort() throws Exception {
    IntCodec rice = new RiceCodec(4, 2);
    // First pixel 10; a block with one low bit: 0, +1 (code 2), -1 (code 1), +2 (code 4).
    String split = "0000000000001010 0010 10 010 11 0010";
    // A block without differences, then one of pixels as they are: code 65535 is -32768.
    String flat = "0000";
    String raw = "1111 1111111111111111 0000000000000000";
    assertThat(decode(rice, 10, bits(split + flat + raw)))
        .containsExactly(10, 11, 10, 12, 12, 12, 12, 12, -32756, -32756);
  }

  @Test
  void longRunsOfZerosInARiceStream() throws Exception {
    // Code 300: a difference of 150, coded in unary with no low bits.
    String text = "00000000 00000000 00000000 00000111 00001 1 " + "0".repeat(300) + "1";
    assertThat(decode(new RiceCodec(32, 4), 2, bits(text))).containsExactly(7, 157);
  }

  @Test
  void riceStreamsThatEndEarly() {
    byte[] whole = bits("0000000000001010 0010 10 010 11 0010 0000");
    for (int length = 0; length < whole.length; length++) {
      DamagedStreamException damage = damage(new RiceCodec(4, 2), 8, Arrays.copyOf(whole, length));
      assertThat(damage.code()).as("%d bytes", length).isEqualTo(StandardError.TRUNCATED);
    }
    assertThat(damage(new RiceCodec(32, 4), 2, bits("0".repeat(32) + "11100")).code())
        .isEqualTo(StandardError.CORRUPT);
    assertThat(damage(new RiceCodec(32, 4), 2, bits("0".repeat(32) + "00001 " + "0".repeat(999))))
        .hasMessageContaining("ends");
  }

  private static byte[] words(int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * words.length);
    for (int word : words) {
      bytes.putShort((short) word);
    }
    return bytes.array();
  }

  @Test
  void plioInstructions() throws Exception {
    byte[] list =
        words(
            0, 7, -100, 17, 0, 0, 0, 0x4002, 0x0001, 0x2004, 0x5003, 0x1001, 2, 0x4001, 0x6001,
            0x7002, 0x3001);
    assertThat(decode(new PlioCodec(0), 11, list))
        .containsExactly(1, 1, 0, 0, 0, 5, 8193, 8194, 8192, 0, 0);
    assertThat(decode(new PlioCodec(32768), 2, words(0, 0, 4, 0x4001)))
        .containsExactly(-32767, -32768);
  }

  @Test
  void plioListsThatCannotBe() {
    IntCodec plio = new PlioCodec(0);
    assertThat(damage(plio, 3, words(0, 0, 4, 0x4004))).hasMessageContaining("more than");
    assertThat(damage(plio, 3, words(0, 0, 4, 0x9001))).hasMessageContaining("instruction 9");
    assertThat(damage(plio, 3, words(0, 0, 4, 0x1001))).hasMessageContaining("ends");
    assertThat(damage(plio, 3, words(0, 0, 9, 0x4001))).hasMessageContaining("words");
    assertThat(damage(plio, 3, words(0))).hasMessageContaining("header");
  }

  private static byte[] gzip(byte[] bytes) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  @Test
  void gzipStopsAtTheTile() throws Exception {
    byte[] packed = gzip(new byte[1000]);
    assertThat(scratch.gunzip.inflate(stream(packed), 10, 1000, scratch)).isEqualTo(1000);
    DamagedStreamException bomb =
        catchThrowableOfType(
            DamagedStreamException.class,
            () -> new Gunzip().inflate(stream(packed), 10, 999, new TileScratch()));
    assertThat(bomb.code()).isEqualTo(StandardError.TOO_LARGE);
    for (int length = 0; length < packed.length; length++) {
      byte[] part = Arrays.copyOf(packed, length);
      assertThat(
              catchThrowableOfType(
                  DamagedStreamException.class,
                  () -> scratch.gunzip.inflate(stream(part), 1000, 1000, scratch)))
          .as("%d bytes", length)
          .isNotNull();
    }
    byte[] wrong = packed.clone();
    wrong[packed.length - 8] ^= 1;
    assertThat(
            catchThrowableOfType(
                DamagedStreamException.class,
                () -> scratch.gunzip.inflate(stream(wrong), 1000, 1000, scratch)))
        .hasMessageContaining("checksum");
  }

  @Test
  void anHcompressTileOfOneValue() throws Exception {
    // The sum of 2 x 2 pixels of 7, kept at four times their mean; no bit planes; the end.
    ByteBuffer tile = ByteBuffer.allocate(26);
    tile.putShort((short) 0xdd99).putInt(2).putInt(2).putInt(0).putLong(28);
    IntCodec codec = new HcompressCodec(false);
    assertThat(decode(codec, 4, tile.array())).containsExactly(7, 7, 7, 7);
    assertThat(damage(codec, 5, tile.array())).hasMessageContaining("not 5");
    assertThat(damage(codec, 4, Arrays.copyOf(tile.array(), 25))).hasMessageContaining("ends");
    byte[] planes = tile.array().clone();
    planes[22] = 63;
    assertThat(damage(codec, 4, planes)).hasMessageContaining("bit planes");
    planes[22] = 1;
    planes[25] = 0x30;
    assertThat(damage(codec, 4, planes)).hasMessageContaining("form 3");
  }

  @Test
  void rubbishEndsInAnErrorOrInPixels() {
    Random random = new Random(7);
    IntCodec[] codecs = {
      new RiceCodec(32, 4),
      new RiceCodec(1, 1),
      new RiceCodec(Integer.MAX_VALUE, 2),
      new HcompressCodec(true),
      new PlioCodec(0)
    };
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] tile = new byte[random.nextInt(80)];
      random.nextBytes(tile);
      if (tile.length > 25 && random.nextBoolean()) {
        ByteBuffer.wrap(tile).putShort((short) 0xdd99).putInt(5).putInt(20).putInt(3);
        tile[22] &= 7;
        tile[23] &= 7;
        tile[24] &= 7;
      }
      refused += damage(codecs[i % codecs.length], 100, tile) == null ? 0 : 1;
    }
    assertThat(refused).isBetween(1000, 20_000);
  }

  @Test
  void ditheringBeginsAgainAtAnyPixel() {
    // The standard gives the last seed of the table, 1043618065.
    assertThat(Dither.offsets()[Dither.COUNT - 1])
        .isEqualTo(0.5 - (float) (1043618065.0 / 2147483647.0));
    Dither.Walk one = new Dither.Walk(9_998, 10_000, 0);
    for (int pixel = 0; pixel < 30_000; pixel++) {
      assertThat(new Dither.Walk(9_998, 10_000, pixel).next()).isEqualTo(one.next());
      one.skip(1);
    }
  }
}
