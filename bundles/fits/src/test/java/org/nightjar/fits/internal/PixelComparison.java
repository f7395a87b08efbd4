package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Random;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.product.Region;

/** An image, read in every type that it allows, against known pixels. */
final class PixelComparison {
  private static final double RELATIVE = 1e-6;

  private final ImagePart image;
  private final double[] expected;
  private final boolean whole;

  /** Compares with all planes, one after the other. */
  PixelComparison(ImagePart image, double[] expected) {
    this.image = image;
    this.expected = expected;
    this.whole = image.pixelType() == PixelType.INT || image.pixelType() == PixelType.LONG;
  }

  /** A rectangle of some size somewhere in some plane. */
  static Region rectangle(ImagePart image, Random random) {
    int x = random.nextInt(image.width());
    int y = random.nextInt(image.height());
    return new Region(
        random.nextInt(image.planes()),
        x,
        y,
        x + 1 + random.nextInt(image.width() - x),
        y + 1 + random.nextInt(image.height() - y));
  }

  /** Reads a rectangle in all types; buffers are direct or not, and begin at a position. */
  void check(Region region) throws NightjarException {
    int size = (int) region.size();
    double[] doubles = new double[size];
    image.read(region, DoubleBuffer.wrap(doubles));
    compare(region, doubles, 0);
    FloatBuffer floats =
        size % 2 == 0
            ? FloatBuffer.allocate(size + 3)
            : ByteBuffer.allocateDirect(4 * (size + 3)).asFloatBuffer();
    image.read(region, floats.position(2));
    assertThat(floats.position()).isEqualTo(size + 2);
    double[] single = new double[size];
    for (int i = 0; i < size; i++) {
      single[i] = floats.get(i + 2);
    }
    compare(region, single, RELATIVE);
    if (whole) {
      checkWhole(region, size);
    }
  }

  private void checkWhole(Region region, int size) throws NightjarException {
    // Blank pixels are NaN for readers of floats alone.
    LongBuffer longs = LongBuffer.allocate(size);
    image.read(region, longs);
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = longs.get(i);
    }
    compareWhole(region, values);
    if (image.pixelType() == PixelType.INT) {
      IntBuffer ints = IntBuffer.allocate(size);
      image.read(region, ints);
      for (int i = 0; i < size; i++) {
        assertThat((long) ints.get(i)).isEqualTo(longs.get(i));
      }
    }
  }

  private void compareWhole(Region region, double[] values) {
    int i = 0;
    for (int y = region.y0(); y < region.y1(); y++) {
      for (int x = region.x0(); x < region.x1(); x++, i++) {
        double wanted = expected(region, x, y);
        if (!Double.isNaN(wanted) && values[i] != wanted) {
          throw new AssertionError(
              region + " x " + x + " y " + y + ": " + values[i] + ", not " + wanted);
        }
      }
    }
  }

  private double expected(Region region, int x, int y) {
    return expected[(region.plane() * image.height() + y) * image.width() + x];
  }

  private void compare(Region region, double[] pixels, double slack) {
    int i = 0;
    for (int y = region.y0(); y < region.y1(); y++) {
      for (int x = region.x0(); x < region.x1(); x++, i++) {
        double wanted = expected(region, x, y);
        double tolerance = (whole ? slack : RELATIVE) * Math.abs(wanted);
        boolean same =
            Double.isNaN(wanted)
                ? Double.isNaN(pixels[i])
                : Math.abs(pixels[i] - wanted) <= tolerance;
        if (!same) {
          throw new AssertionError(
              region + " x " + x + " y " + y + ": " + pixels[i] + ", not " + wanted);
        }
      }
    }
  }

  /** Visits all tiles: each pixel of the first plane once. */
  void checkTiles() throws NightjarException {
    boolean[] seen = new boolean[image.width() * image.height()];
    image.forEachTile(
        (region, pixels) -> {
          assertThat(pixels.remaining()).isEqualTo((int) region.size());
          double[] values = new double[pixels.remaining()];
          for (int i = 0; i < values.length; i++) {
            values[i] = pixels.get();
          }
          compare(region, values, RELATIVE);
          for (int y = region.y0(); y < region.y1(); y++) {
            for (int x = region.x0(); x < region.x1(); x++) {
              assertThat(seen[y * image.width() + x]).isFalse();
              seen[y * image.width() + x] = true;
            }
          }
        });
    for (boolean pixel : seen) {
      assertThat(pixel).isTrue();
    }
  }
}
