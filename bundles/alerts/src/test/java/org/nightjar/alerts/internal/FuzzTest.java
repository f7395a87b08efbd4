package org.nightjar.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.file.CodecFactory;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.alerts.internal.schema.SchemaShelf;
import org.nightjar.api.error.Category;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.TablePart;
import org.nightjar.api.reader.Sighting;

/**
 * Damaged copies of small containers and framed packets: packets, or an error of category DATA;
 * nothing else.
 */
class FuzzTest {
  private static final int FRAMED = 850;

  @TempDir static Path folder;

  private final SchemaShelf shelf = new SchemaShelf(folder, Optional.empty());
  private final Reading reading = new Reading(shelf);

  @Test
  void damageIsFoundOrHarmless() throws Exception {
    Random random = new Random(20261120);
    int refused = 0;
    int cases = 0;
    for (byte[] seed : seeds()) {
      for (int i = 0; i < 600; i++) {
        byte[] mutant = i % 3 == 0 ? cut(seed, random) : flipped(seed, random);
        cases++;
        refused += survives(mutant) ? 0 : 1;
      }
    }
    assertThat(refused).isGreaterThan(600).isLessThan(cases);
  }

  /** Containers of several codecs, and a framed packet. */
  private List<byte[]> seeds() throws Exception {
    byte[] plain = AvroBuilder.container(CodecFactory.nullCodec(), 2, 1);
    Sighting packet = reading.scan(plain).get(1);
    int from = (int) packet.offset();
    shelf.add(FRAMED, AvroBuilder.SCHEMA);
    return List.of(
        plain,
        AvroBuilder.container(CodecFactory.deflateCodec(6), 2, 1),
        AvroBuilder.container(CodecFactory.zstandardCodec(3, true), 2, 1),
        RawContainer.framed(FRAMED, Arrays.copyOfRange(plain, from, from + (int) packet.length())));
  }

  private static byte[] cut(byte[] seed, Random random) {
    return Arrays.copyOf(seed, random.nextInt(seed.length + 1));
  }

  private static byte[] flipped(byte[] seed, Random random) {
    byte[] mutant = seed.clone();
    for (int flip = 1 + random.nextInt(3); flip > 0; flip--) {
      mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
    }
    return mutant;
  }

  private boolean survives(byte[] mutant) {
    return Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            if (!reading.reader().recognises(new BytesSource(mutant))) {
              return false;
            }
            for (Sighting sighting : reading.scan(mutant)) {
              look(mutant, sighting);
            }
            return true;
          } catch (NightjarException e) {
            assertThat(e.problem().category()).as("%s", e).isEqualTo(Category.DATA);
            return false;
          }
        });
  }

  private void look(byte[] mutant, Sighting sighting) throws Exception {
    try (Product product = reading.open(mutant, sighting)) {
      assertThat(product.facts().values()).isNotEmpty();
      for (Part part : product.parts()) {
        assertThat(part.info().name()).isNotEmpty();
        if (part instanceof ImagePart image) {
          image.read(image.region(), FloatBuffer.allocate((int) image.region().size()));
        } else if (part instanceof TablePart table) {
          table.text(table.columns().get(0).name(), 0, 10);
        }
      }
    }
  }
}
