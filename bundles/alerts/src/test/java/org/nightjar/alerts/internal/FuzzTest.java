package org.nightjar.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.file.CodecFactory;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.Category;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.TablePart;
import org.nightjar.api.reader.Sighting;

/** Damaged copies of small containers: packets, or an error of category DATA; nothing else. */
class FuzzTest {
  private final Reading reading = new Reading();

  @Test
  void damageIsFoundOrHarmless() throws Exception {
    Random random = new Random(20261120);
    int refused = 0;
    int cases = 0;
    for (CodecFactory codec : List.of(CodecFactory.nullCodec(), CodecFactory.deflateCodec(6))) {
      byte[] seed = AvroBuilder.container(codec, 2, 1);
      for (int i = 0; i < 600; i++) {
        byte[] mutant = i % 3 == 0 ? cut(seed, random) : flipped(seed, random);
        cases++;
        refused += survives(mutant) ? 0 : 1;
      }
    }
    assertThat(refused).isGreaterThan(300).isLessThan(cases);
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
