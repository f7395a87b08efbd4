package org.nightjar.imaging.internal;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Region;
import org.nightjar.testkit.InMemoryImage;

/** Changes made-up pixels. */
final class Pixels {

  private Pixels() {}

  /** The pixels of an image, with its facts, one rectangle set to a value. */
  static InMemoryImage changed(InMemoryImage image, Region where, float value)
      throws NightjarException {
    FloatBuffer pixels = FloatBuffer.allocate((int) image.region().size());
    image.read(image.region(), pixels);
    for (int y = where.y0(); y < where.y1(); y++) {
      for (int x = where.x0(); x < where.x1(); x++) {
        pixels.put(y * image.width() + x, value);
      }
    }
    return InMemoryImage.of(image.info().name(), image.width(), pixels.array())
        .with(image.info().facts());
  }

  /** An image of one value but for a rectangle with another. */
  static InMemoryImage plain(
      String name, int width, int height, float value, Region where, float other)
      throws NightjarException {
    float[] pixels = new float[width * height];
    Arrays.fill(pixels, value);
    return changed(InMemoryImage.of(name, width, pixels), where, other);
  }
}
