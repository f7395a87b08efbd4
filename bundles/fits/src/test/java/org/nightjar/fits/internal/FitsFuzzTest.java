package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.Category;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;
import org.nightjar.testkit.InMemorySource;

/**
 * Headers and compressed tiles made by a fuzzer that is led by coverage. {@code mvn verify} runs
 * the inputs found so far, which lie among the resources; to look for more:
 *
 * <pre>JAZZER_FUZZ=1 mvn -pl bundles/fits -am test -Dtest='FitsFuzzTest#tiles'</pre>
 */
class FitsFuzzTest {
  private static final List<String> CODECS =
      List.of("RICE_1", "GZIP_1", "GZIP_2", "HCOMPRESS_1", "PLIO_1", "NOCOMPRESS");
  private static final List<String> DITHERS =
      List.of("NO_DITHER", "SUBTRACTIVE_DITHER_1", "SUBTRACTIVE_DITHER_2");
  private static final int[] BITPIX = {8, 16, 32, 64, -32, -64};
  private static final int MOST_PIXELS = 1 << 20;

  @TempDir Path folder;

  @FuzzTest(maxDuration = "10m")
  void headers(FuzzedDataProvider fuzz) throws IOException {
    StringBuilder header = new StringBuilder(card("SIMPLE  =                    T"));
    while (fuzz.remainingBytes() > 0 && header.length() < 20_000) {
      header.append(card(fuzz.consumeAsciiString(80)));
    }
    header.append(card("END"));
    byte[] file = new byte[(header.length() / 2880 + 2) * 2880];
    for (int i = 0; i < file.length; i++) {
      char c = i < header.length() ? header.charAt(i) : ' ';
      file[i] = (byte) (c >= ' ' && c <= '~' ? c : ' ');
    }
    look(file);
  }

  @FuzzTest(maxDuration = "10m")
  void tiles(FuzzedDataProvider fuzz) throws IOException {
    int width = fuzz.consumeInt(1, 70);
    int height = fuzz.consumeInt(1, 20);
    int side = fuzz.consumeInt(1, width);
    int rows = fuzz.consumeInt(1, height);
    int bitpix = fuzz.pickValue(BITPIX);
    int tiles = ((width + side - 1) / side) * ((height + rows - 1) / rows);
    boolean quantised = bitpix < 0 && fuzz.consumeBoolean();
    int rowBytes = quantised ? 24 : 8;
    FitsBuilder tiled =
        FitsBuilder.primary(8)
            .end()
            .table(
                "BINTABLE",
                rowBytes,
                tiles,
                quantised
                    ? new String[] {"COMPRESSED_DATA=1PB", "ZSCALE=1D", "ZZERO=1D"}
                    : new String[] {"COMPRESSED_DATA=1PB"})
            .card("ZIMAGE", true)
            .card("ZCMPTYPE", fuzz.pickValue(CODECS))
            .card("ZBITPIX", bitpix)
            .card("ZNAXIS", 2)
            .card("ZNAXIS1", width)
            .card("ZNAXIS2", height)
            .card("ZTILE1", side)
            .card("ZTILE2", rows);
    if (quantised) {
      tiled.card("ZQUANTIZ", fuzz.pickValue(DITHERS)).card("ZDITHER0", fuzz.consumeInt(-1, 10001));
    }
    if (fuzz.consumeBoolean()) {
      tiled.card("ZNAME1", fuzz.pickValue(List.of("BLOCKSIZE", "SCALE", "SMOOTH")));
      tiled.card("ZVAL1", fuzz.consumeInt(-2, 64));
      tiled.card("ZNAME2", "BYTEPIX").card("ZVAL2", fuzz.consumeInt(-1, 9));
    }
    boolean honest = fuzz.consumeBoolean();
    byte[] heap = fuzz.consumeRemainingAsBytes();
    look(
        withHeap(
            tiled
                .data(
                    tiles * rowBytes + heap.length,
                    data -> {
                      int each = heap.length / tiles;
                      for (int tile = 0; tile < tiles; tile++) {
                        data.putInt(honest ? each : heap.length - tile);
                        data.putInt(honest ? tile * each : tile);
                        if (quantised) {
                          data.putDouble(0.5).putDouble(-3);
                        }
                      }
                      data.put(heap);
                    })
                .bytes(),
            heap.length));
  }

  /** The builder writes PCOUNT = 0: the heap has to be counted. */
  private static byte[] withHeap(byte[] file, int heap) {
    byte[] card = String.format("%-8s= %20d", "PCOUNT", heap).getBytes(StandardCharsets.US_ASCII);
    byte[] wanted = "PCOUNT  =".getBytes(StandardCharsets.US_ASCII);
    for (int at = 2880; at + 80 <= file.length; at += 80) {
      if (Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
        System.arraycopy(card, 0, file, at, card.length);
        return file;
      }
    }
    return file;
  }

  private static String card(String text) {
    return String.format("%-80s", text).substring(0, 80);
  }

  private void look(byte[] file) throws IOException {
    Source source = InMemorySource.of("fuzz", file);
    try (Reading reading = new Reading(folder)) {
      List<Sighting> seen = new ArrayList<>();
      reading.reader().scan(source, seen::add);
      ProductRef ref =
          ProductRef.of(seen.get(0).kind(), source.uri(), 0, file.length, "0".repeat(64));
      try (Product product = reading.reader().open(source, ref)) {
        for (Part part : product.parts()) {
          if (part instanceof ImagePart image && image.region().size() <= MOST_PIXELS) {
            int size = (int) image.region().size();
            image.read(image.region(), FloatBuffer.allocate(size));
            if (image.pixelType() == PixelType.INT || image.pixelType() == PixelType.LONG) {
              image.read(image.region(), LongBuffer.allocate(size));
            }
          }
        }
      }
    } catch (NightjarException e) {
      assertThat(e.problem().category()).as("%s", e).isEqualTo(Category.DATA);
    }
  }
}
