package org.nightjar.imaging.internal;

import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Part;
import org.nightjar.testkit.InMemoryImage;
import org.nightjar.testkit.InMemoryProduct;
import org.nightjar.testkit.Sky;

/** Made-up exposures. */
final class Exposures {

  static final int WIDTH = 200;
  static final int HEIGHT = 150;

  private Exposures() {}

  static InMemoryProduct of(Part... parts) {
    InMemoryProduct.Builder exposure =
        InMemoryProduct.of(Kind.EXPOSURE).fact("frameType", "science");
    for (Part part : parts) {
      exposure.part(part);
    }
    return exposure.build();
  }

  static Sky sky(long seed) {
    return Sky.of(WIDTH, HEIGHT).withSeed(seed).withStars(25);
  }

  static InMemoryImage detector(String name, long seed) {
    return sky(seed).image(name);
  }

  /** The pixels of a sky with a rectangle of them changed to one value. */
  static InMemoryImage damaged(String name, int x0, int y0, int x1, int y1, float value) {
    float[] pixels = sky(1).pixels();
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        pixels[y * WIDTH + x] = value;
      }
    }
    return InMemoryImage.of(name, WIDTH, pixels);
  }
}
