package org.nightjar.imaging.internal;

import java.util.Optional;
import java.util.OptionalDouble;
import org.nightjar.api.product.Amplifier;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;
import org.nightjar.testkit.InMemoryImage;
import org.nightjar.testkit.InMemoryProduct;
import org.nightjar.testkit.Sky;

/**
 * Made-up raw frames: two amplifiers side by side, A and B, of 128 columns each, with an overscan
 * of 32 columns at either end, at other levels.
 */
final class RawFrames {

  static final int HEIGHT = 192;
  static final int OVERSCAN = 32;
  static final int HALF = 128;
  static final int WIDTH = 2 * (OVERSCAN + HALF);
  static final float LEVEL_A = 500;
  static final float LEVEL_B = 900;

  private RawFrames() {}

  /**
   * A raw frame.
   *
   * @param light what the data sections see above their overscans
   * @param readNoise in units of the pixels, of everything
   * @param offset what B has more than its overscan says
   */
  static InMemoryImage raw(Sky light, double readNoise, float offset) {
    float[] seen = light.pixels();
    float[] noise =
        Sky.of(WIDTH, HEIGHT).withSeed(77).withStars(0).withBackground(0, readNoise).pixels();
    float[] pixels = new float[WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean first = x < WIDTH / 2;
        boolean data = x >= OVERSCAN && x < WIDTH - OVERSCAN;
        float level = first ? LEVEL_A : LEVEL_B;
        float sky = data ? seen[y * 2 * HALF + x - OVERSCAN] + (first ? 0 : offset) : 0;
        pixels[y * WIDTH + x] = level + sky + noise[y * WIDTH + x];
      }
    }
    return InMemoryImage.of("S1", WIDTH, pixels)
        .with(amplifier("A", OVERSCAN, 0), amplifier("B", OVERSCAN + HALF, WIDTH - OVERSCAN));
  }

  static Sky light() {
    return Sky.of(2 * HALF, HEIGHT).withSeed(5).withStars(25);
  }

  static Product of(String type, Part part) {
    return InMemoryProduct.of(Kind.EXPOSURE).fact("frameType", type).part(part).build();
  }

  private static Amplifier amplifier(String name, int data, int overscan) {
    return new Amplifier(
        name,
        Region.of(data, 0, data + HALF, HEIGHT),
        Optional.of(Region.of(overscan, 0, overscan + OVERSCAN, HEIGHT)),
        OptionalDouble.of(2),
        OptionalDouble.of(8),
        OptionalDouble.of(name.equals("A") ? 30_000 : 60_000));
  }
}
