package org.nightjar.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.FloatBuffer;
import org.nightjar.api.error.Category;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.reader.Sighting;

/**
 * Avro containers and framed packets made by a fuzzer that is led by coverage. {@code mvn verify}
 * runs the inputs found so far, which lie among the resources; to look for more:
 *
 * <pre>JAZZER_FUZZ=1 mvn -pl bundles/alerts -am test -Dtest='AlertFuzzTest#framing'</pre>
 */
class AlertFuzzTest {
  private static final int MOST_PIXELS = 1 << 20;
  private final Reading reading = new Reading();

  @FuzzTest(maxDuration = "10m")
  void framing(byte[] file) throws Exception {
    try {
      if (!reading.reader().recognises(new BytesSource(file))) {
        return;
      }
      for (Sighting sighting : reading.scan(file)) {
        look(file, sighting);
      }
    } catch (NightjarException e) {
      assertThat(e.problem().category()).as("%s", e).isEqualTo(Category.DATA);
    }
  }

  private void look(byte[] file, Sighting sighting) throws Exception {
    try (Product product = reading.open(file, sighting)) {
      for (Part part : product.parts()) {
        if (part instanceof ImagePart image && image.region().size() <= MOST_PIXELS) {
          image.read(image.region(), FloatBuffer.allocate((int) image.region().size()));
        }
      }
    }
  }
}
