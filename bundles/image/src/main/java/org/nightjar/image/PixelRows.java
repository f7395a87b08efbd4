package org.nightjar.image;

import java.nio.FloatBuffer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An image that is read row by row, so that nothing here ever needs more than a strip of it.
 *
 * <p>Pixels are zero-based, {@code x} in [0, width), {@code y} in [0, height); the centre of the
 * first pixel is (0, 0). A pixel that is NaN, infinite or beyond 1e30 of either sign is bad: it
 * counts nowhere but in the number of bad pixels. An implementation hands out the same values each
 * time a row is asked for.
 */
@ConsumerType
public interface PixelRows {

  /** Pixels in a row, at least 1. */
  int width();

  /** Rows, at least 1; width times height is at most 2^31 - 1. */
  int height();

  /**
   * Copies one row.
   *
   * @param y the row, in [0, height)
   * @param into at least {@link #width()} long; its first width elements are written
   */
  void readRow(int y, float[] into);

  /**
   * Looks at a row-major array, which is not copied.
   *
   * @throws IllegalArgumentException if a side is below 1 or the array is shorter than width times
   *     height
   */
  static PixelRows of(float[] pixels, int width, int height) {
    return new ArrayRows(pixels, width, height);
  }

  /**
   * Looks at a row-major buffer from its position on, which is not copied; its position and limit
   * stay as they are.
   *
   * @throws IllegalArgumentException if a side is below 1 or the buffer holds fewer than width
   *     times height pixels
   */
  static PixelRows of(FloatBuffer pixels, int width, int height) {
    return new BufferRows(pixels.slice(), width, height);
  }

  /**
   * An image whose masked pixels are NaN, so that every measurement leaves them out; they count as
   * bad. To be read by one thread at a time.
   */
  static PixelRows masked(PixelRows image, PixelMask mask) {
    return new MaskedRows(image, mask);
  }
}
