package org.nightjar.fits.internal.image;

import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Region;

/** Where the stored pixels of one image come from: a file, or decoded tiles. */
interface PixelStore {
  /**
   * Feeds the stored pixels of a region to a decoder, row by row.
   *
   * @param region lies within the image
   */
  void feed(Region region, Decoder decoder) throws NightjarException;

  /** Feeds a run of adjacent pixels from memory. */
  static void feed(ByteBuffer all, long first, int count, int width, Decoder decoder)
      throws NightjarException {
    int from = Math.toIntExact(first * width);
    decoder.decode(all.slice(from, count * width), count);
  }
}
