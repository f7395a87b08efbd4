package org.nightjar.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Product;
import org.nightjar.api.reader.Sighting;

/** The shared packets of the surveys. */
class RealPacketsTest {
  private final Reading reading = new Reading();

  @Test
  void pixelsOfAllGoldenPacketsComeOut() throws Exception {
    Path folder = SharedData.folder("transients");
    List<String> rows = Files.readAllLines(folder.resolve("golden_drb.csv"));
    assertThat(rows).hasSizeGreaterThan(60);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      byte[] file = Files.readAllBytes(folder.resolve(cells[0]));
      try (Product product = reading.open(file, only(file))) {
        assertThat(product.facts().text("candid")).contains(cells[1]);
        assertThat(product.facts().number("candidate.drb").orElseThrow())
            .isCloseTo(Double.parseDouble(cells[3]), within(1e-7));
        double sum = 0;
        for (double value : pixels(product, "difference")) {
          sum += value;
        }
        assertClose(cells[0], sum, cells[7]);
        double squares = 0;
        for (double value : pixels(product, "science")) {
          squares += value * value;
        }
        assertClose(cells[0], Math.sqrt(squares), cells[8]);
      }
    }
  }

  /** The table gives eight digits. */
  private static void assertClose(String file, double value, String expected) {
    double wanted = Double.parseDouble(expected);
    assertThat(value).as(file).isCloseTo(wanted, within(1e-7 * Math.max(1000, Math.abs(wanted))));
  }

  private static double[] pixels(Product product, String name) throws Exception {
    ImagePart image = (ImagePart) product.part(name).orElseThrow();
    double[] pixels = new double[(int) image.region().size()];
    image.read(image.region(), DoubleBuffer.wrap(pixels));
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Double.isNaN(pixels[i]) ? 0 : pixels[i];
    }
    return pixels;
  }

  private Sighting only(byte[] file) throws Exception {
    List<Sighting> found = reading.scan(file);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void theManifestAgrees() throws Exception {
    Path folder = SharedData.folder("transients");
    int checked = 0;
    for (String row : Files.readAllLines(folder.resolve("manifest.csv"))) {
      String[] cells = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      if (!cells[0].matches("(ztf|atlas|decam|jpeg).*\\.avro")) {
        continue;
      }
      byte[] file = Files.readAllBytes(folder.resolve(cells[0]));
      try (Product product = reading.open(file, only(file))) {
        assertThat(product.facts().text("object")).as(cells[0]).contains(cells[7]);
        assertThat(shapes(product)).as(cells[0]).isEqualTo(expectedShapes(cells[15]));
        assertThat(nonFinite(product)).as(cells[0]).isEqualTo(expectedCounts(cells[16]));
      }
      checked++;
    }
    assertThat(checked).isGreaterThan(85);
  }

  private static List<String> shapes(Product product) throws Exception {
    return Reading.images(product).stream()
        .map(image -> image.height() + "x" + image.width())
        .toList();
  }

  /** Counted in what is read, and as the part's facts say. */
  private static List<Long> nonFinite(Product product) throws Exception {
    List<Long> counts = new ArrayList<>();
    for (ImagePart image : Reading.images(product)) {
      float[] pixels = new float[(int) image.region().size()];
      image.read(image.region(), FloatBuffer.wrap(pixels));
      long count = 0;
      for (float pixel : pixels) {
        count += Float.isFinite(pixel) ? 0 : 1;
      }
      assertThat(image.info().facts().integer("nonFinitePixels")).hasValue(count);
      counts.add(count);
    }
    return counts;
  }

  private static List<Long> expectedCounts(String cell) {
    return Stream.of(cell.split("\\|")).filter(n -> !n.isEmpty()).map(Long::valueOf).toList();
  }

  private static List<String> expectedShapes(String cell) {
    return Stream.of(cell.toLowerCase(Locale.ROOT).split("\\|"))
        .filter(shape -> shape.matches("\\d+x\\d+"))
        .toList();
  }
}
