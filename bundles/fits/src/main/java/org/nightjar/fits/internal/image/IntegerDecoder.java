package org.nightjar.fits.internal.image;

import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;

/** Decodes whole numbers without loss. */
final class IntegerDecoder implements Decoder {
  /** Takes one pixel. */
  @FunctionalInterface
  interface Target {
    void put(long pixel) throws NightjarException;
  }

  private final int bitpix;
  private final WholePixels pixels;
  private final Target target;

  IntegerDecoder(int bitpix, WholePixels pixels, Target target) throws NightjarException {
    this.bitpix = bitpix;
    this.pixels = pixels;
    this.target = target;
    pixels.require();
  }

  @Override
  public void decode(ByteBuffer stored, int count) throws NightjarException {
    for (int i = 0; i < count; i++) {
      target.put(pixels.of(StoredInteger.next(stored, bitpix)));
    }
  }
}
