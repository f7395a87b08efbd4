package org.nightjar.image;

import java.util.Arrays;
import org.nightjar.image.internal.statistics.GoodPixel;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Which pixels of an image are not to be measured: from a mask, weight or variance plane of the
 * same size. {@link PixelRows#masked} applies it, after which every measurement leaves them out.
 * Those made here may be used by many threads if the plane may.
 */
@ConsumerType
@FunctionalInterface
public interface PixelMask {

  /**
   * Sets the masked pixels of one row, leaving all others as they are.
   *
   * @param y the row, in [0, height)
   * @param masked at least as long as the image is wide
   */
  void mark(int y, boolean[] masked);

  /** Pixels that this or another masks. */
  default PixelMask or(PixelMask other) {
    return (y, masked) -> {
      mark(y, masked);
      other.mark(y, masked);
    };
  }

  /**
   * Pixels of which any of some bits is set in a plane of flags.
   *
   * <p>Floats hold 24 bits: of a pixel's flags those are lost that lie 24 or more below its
   * highest. Planes whose bits all lie below 2^24, as those of the surveys do, are exact.
   *
   * @param flags whole numbers below 2^63; what is no number counts as masked
   * @param bits those that make a pixel useless; -1 for any
   */
  static PixelMask ofFlags(PixelRows flags, long bits) {
    return (y, masked) -> {
      float[] row = new float[flags.width()];
      flags.readRow(y, row);
      for (int x = 0; x < row.length; x++) {
        masked[x] |= !GoodPixel.is(row[x]) || ((long) row[x] & bits) != 0;
      }
    };
  }

  /** Pixels whose weight is not above 0, or not finite. */
  static PixelMask ofWeights(PixelRows weights) {
    return (y, masked) -> {
      float[] row = new float[weights.width()];
      weights.readRow(y, row);
      for (int x = 0; x < row.length; x++) {
        masked[x] |= !(row[x] > 0) || !GoodPixel.is(row[x]);
      }
    };
  }

  /** Pixels whose variance is not finite or below 0. */
  static PixelMask ofVariances(PixelRows variances) {
    return (y, masked) -> {
      float[] row = new float[variances.width()];
      variances.readRow(y, row);
      for (int x = 0; x < row.length; x++) {
        masked[x] |= !(row[x] >= 0) || !GoodPixel.is(row[x]);
      }
    };
  }

  /** All pixels outside a section, for instance the overscan and the rim of a raw image. */
  static PixelMask outside(Section section) {
    return (y, masked) -> {
      if (y < section.top() || y >= section.bottom()) {
        Arrays.fill(masked, true);
      } else {
        Arrays.fill(masked, 0, section.left(), true);
        Arrays.fill(masked, Math.min(masked.length, section.right()), masked.length, true);
      }
    };
  }
}
