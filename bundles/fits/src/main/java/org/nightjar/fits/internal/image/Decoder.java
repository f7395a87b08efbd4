package org.nightjar.fits.internal.image;

import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;

/** Takes stored pixels, big-endian and in reading order, and puts them where the caller wants. */
@FunctionalInterface
interface Decoder {
  /**
   * Decodes what remains in the block.
   *
   * @param stored bytes of whole pixels
   * @param count how many pixels
   */
  void decode(ByteBuffer stored, int count) throws NightjarException;
}
