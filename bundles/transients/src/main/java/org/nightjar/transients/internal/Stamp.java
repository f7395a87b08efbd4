package org.nightjar.transients.internal;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;

/**
 * A small image of an alert.
 *
 * @param name such as {@code science}
 * @param pixels {@code [height, width]}, NaN where blank
 * @param unit unit of the pixels; empty if unknown
 */
record Stamp(String name, Tensor pixels, String unit) {

  private static final long MOST_PIXELS = 1 << 22;
  private static final int MOST_STAMPS = 64;

  /** The images of a product that have pixels, in its order. */
  static List<Stamp> of(Product product) throws NightjarException {
    List<Stamp> stamps = new ArrayList<>();
    for (Part part : product.parts()) {
      if (part instanceof ImagePart image && image.region().size() > 0) {
        if (stamps.size() == MOST_STAMPS || image.region().size() > MOST_PIXELS) {
          throw NightjarException.of(
              StandardError.TOO_LARGE,
              "an alert has at most "
                  + MOST_STAMPS
                  + " stamps of at most "
                  + MOST_PIXELS
                  + " pixels",
              product.ref().id() + " " + image.info().name(),
              "Submit large images as exposures");
        }
        stamps.add(read(image));
      }
    }
    return List.copyOf(stamps);
  }

  private static Stamp read(ImagePart image) throws NightjarException {
    FloatBuffer pixels = Tensor.allocate((int) image.region().size());
    image.read(image.region(), pixels);
    return new Stamp(
        image.info().name(),
        Tensor.of(pixels.flip(), image.height(), image.width()),
        image.info().facts().text(FactNames.PIXEL_UNIT).map(String::strip).orElse(""));
  }

  int width() {
    return pixels.shape()[1];
  }

  int height() {
    return pixels.shape()[0];
  }
}
