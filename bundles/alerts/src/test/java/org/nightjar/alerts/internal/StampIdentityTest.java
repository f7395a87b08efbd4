package org.nightjar.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.alerts.internal.schema.SchemaShelf;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;

/** Every stamp of the shared packets, bit for bit as nom-tam-fits reads it. */
class StampIdentityTest {
  @TempDir Path folder;

  @Test
  void allStampsAreThoseOfTheLibrary() throws Exception {
    Path root = SharedData.folder("transients");
    Reading reading = new Reading(new SchemaShelf(folder, Optional.of(root.resolve("schema"))));
    int compared = 0;
    for (Path path : packets(root)) {
      byte[] file = Files.readAllBytes(path);
      var ref = Reading.ref(file, reading.scan(file).get(0));
      Map<String, ByteBuffer> raw =
          StampFields.of(reading.reader().raw(new BytesSource(file), ref));
      try (Product product = reading.reader().open(new BytesSource(file), ref)) {
        for (ImagePart image : Reading.images(product)) {
          compared += compare(image, raw.get(image.info().name()), path);
        }
      }
    }
    assertThat(compared).isGreaterThan(260);
  }

  private static List<Path> packets(Path root) throws Exception {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> path.toString().endsWith(".avro"))
          .filter(path -> !path.getFileName().toString().startsWith("5164"))
          .sorted()
          .toList();
    }
  }

  private static int compare(ImagePart image, ByteBuffer raw, Path path) throws Exception {
    byte[] bytes = new byte[raw.remaining()];
    raw.duplicate().get(bytes);
    InputStream in = new ByteArrayInputStream(bytes);
    List<ImagePart> planes = new ArrayList<>(List.of(image));
    image.plane(PlaneRole.VARIANCE).ifPresent(planes::add);
    image.plane(PlaneRole.PSF).ifPresent(planes::add);
    try (Fits fits = new Fits(bytes[0] == 'S' ? in : new GZIPInputStream(in))) {
      for (ImagePart plane : planes) {
        BasicHDU<?> hdu = fits.readHDU();
        assertThat(plane.height()).isEqualTo(hdu.getAxes()[0]);
        assertThat(plane.width()).isEqualTo(hdu.getAxes()[1]);
        compare(plane, hdu.getKernel(), path);
      }
    }
    return planes.size();
  }

  private static void compare(ImagePart plane, Object kernel, Path path) throws Exception {
    if (kernel instanceof float[][] rows) {
      float[] pixels = new float[(int) plane.region().size()];
      plane.read(plane.region(), FloatBuffer.wrap(pixels));
      for (int y = 0; y < plane.height(); y++) {
        float[] cut = new float[plane.width() - 1];
        plane.read(Region.of(1, y, plane.width(), y + 1), FloatBuffer.wrap(cut));
        for (int x = 0; x < plane.width(); x++) {
          int bits = Float.floatToRawIntBits(rows[y][x]);
          assertThat(Float.floatToRawIntBits(pixels[y * plane.width() + x]))
              .as("%s %s %d %d", path, plane.info().name(), x, y)
              .isEqualTo(bits);
          assertThat(x == 0 || Float.floatToRawIntBits(cut[x - 1]) == bits).isTrue();
        }
      }
      return;
    }
    double[] pixels = new double[(int) plane.region().size()];
    plane.read(plane.region(), DoubleBuffer.wrap(pixels));
    for (int y = 0; y < plane.height(); y++) {
      for (int x = 0; x < plane.width(); x++) {
        assertThat(Double.doubleToRawLongBits(pixels[y * plane.width() + x]))
            .isEqualTo(Double.doubleToRawLongBits(((double[][]) kernel)[y][x]));
      }
    }
  }
}
