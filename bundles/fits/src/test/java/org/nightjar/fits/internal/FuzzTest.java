package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.Category;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Column;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.TablePart;
import org.nightjar.api.reader.Source;

/** Damaged copies of small files: pixels, or an error of category DATA; nothing else, ever. */
class FuzzTest {
  private static final int BLOCK = 2880;
  private static final long MOST_PIXELS = 1 << 24;

  @TempDir Path folder;

  @Test
  void damageIsFoundOrHarmless() throws Exception {
    Map<String, byte[]> seeds = generated();
    seeds.put("tiled", TiledSeed.rice());
    Random random = new Random(20261120);
    int cases = 0;
    int refused = 0;
    try (Reading reading = new Reading(folder)) {
      for (Map.Entry<String, byte[]> seed : seeds.entrySet()) {
        for (byte[] mutant : mutants(seed.getValue(), random)) {
          cases++;
          refused += survives(reading, seed.getKey(), mutant) ? 0 : 1;
        }
      }
    }
    assertThat(cases).isGreaterThan(700);
    assertThat(refused).isGreaterThan(100).isLessThan(cases);
  }

  private static Map<String, byte[]> generated() {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    seeds.put(
        "image",
        FitsBuilder.primary(16, 30, 20)
            .card("BZERO", 32768)
            .card("DATE-OBS", "2026-11-20T01:02:03")
            .card("RA", "10:11:12.5")
            .card("DEC", "-10:11:12.5")
            .data(1200, data -> {})
            .image("CCD1", -32, 10, 10, 2)
            .data(800, data -> {})
            .bytes());
    seeds.put(
        "table",
        FitsBuilder.primary(8)
            .end()
            .table("BINTABLE", 22, 10, "UNIQ=1K", "NAME=8A", "FLUX=1E", "N=1I")
            .data(220, data -> {})
            .table("TABLE", 12, 4, "A=I4", "B=F8.3")
            .card("TBCOL1", 1)
            .card("TBCOL2", 5)
            .data(
                48,
                data ->
                    data.put(
                        "   1   2.500"
                            .repeat(4)
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
            .bytes());
    return seeds;
  }

  private static List<byte[]> mutants(byte[] seed, Random random) {
    List<byte[]> mutants = new ArrayList<>();
    for (int end = 0; end <= seed.length; end += BLOCK) {
      for (int length : new int[] {end - 1, end, end + 1}) {
        if (length >= 0 && length <= seed.length + 1) {
          mutants.add(Arrays.copyOf(seed, length));
        }
      }
    }
    for (int i = 0; i < 300; i++) {
      byte[] mutant = seed.clone();
      int flips = 1 + random.nextInt(3);
      for (int flip = 0; flip < flips; flip++) {
        // Mostly in the first cards of a header, where the structure is.
        int at =
            random.nextBoolean()
                ? random.nextInt(seed.length / BLOCK) * BLOCK + random.nextInt(1200)
                : random.nextInt(seed.length);
        mutant[at] =
            random.nextBoolean()
                ? (byte) ('0' + random.nextInt(10))
                : (byte) (mutant[at] ^ (1 << random.nextInt(8)));
      }
      mutants.add(mutant);
    }
    return mutants;
  }

  private boolean survives(Reading reading, String name, byte[] mutant) throws IOException {
    Path file = Files.write(folder.resolve("mutant"), mutant);
    return Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            if (!reading.reader().recognises(Source.ofFile(file))) {
              return false;
            }
            try (Product product = reading.open(file)) {
              for (Part part : product.parts()) {
                read(part);
              }
            }
            return true;
          } catch (NightjarException e) {
            assertThat(e.problem().category()).as("%s: %s", name, e).isEqualTo(Category.DATA);
            return false;
          } catch (RuntimeException | Error e) {
            Path kept = Files.write(Files.createTempFile("nightjar-mutant", ".fits"), mutant);
            return fail(name + " kept at " + kept, e);
          }
        });
  }

  private static void read(Part part) throws NightjarException {
    if (part instanceof ImagePart image) {
      assertThat(image.region().size()).isLessThan(MOST_PIXELS);
      image.read(image.region(), FloatBuffer.allocate((int) image.region().size()));
      image.forEachTile((region, pixels) -> {});
    } else if (part instanceof TablePart table) {
      for (Column column : table.columns()) {
        int room = (int) Math.min(MOST_PIXELS, table.rows() * column.width());
        if (column.numeric()) {
          table.read(column.name(), 0, DoubleBuffer.allocate(room));
        } else {
          table.text(column.name(), 0, 100);
        }
      }
    }
  }
}
