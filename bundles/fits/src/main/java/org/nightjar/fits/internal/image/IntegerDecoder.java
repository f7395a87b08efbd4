package org.nightjar.fits.internal.image;

import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * Decodes whole numbers without loss. Blank pixels come as they are stored, with BZERO added like
 * all others.
 */
final class IntegerDecoder implements Decoder {
  /** Takes one pixel. */
  @FunctionalInterface
  interface Target {
    void put(long pixel) throws NightjarException;
  }

  private static final double TWO_63 = 0x1p63;

  private final PixelCoding coding;
  private final String place;
  private final Target target;

  IntegerDecoder(PixelCoding coding, String place, Target target) throws NightjarException {
    this.coding = coding;
    this.place = place;
    this.target = target;
    if (!coding.integer()) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "pixels are " + coding.word() + ", not whole numbers",
          place,
          "Read them as float or double");
    }
  }

  @Override
  public void decode(ByteBuffer stored, int count) throws NightjarException {
    boolean unsigned64 = coding.zero() == TWO_63;
    long zero = unsigned64 ? 0 : (long) coding.zero();
    for (int i = 0; i < count; i++) {
      long value = StoredInteger.next(stored, coding.bitpix());
      long pixel = unsigned64 ? value ^ Long.MIN_VALUE : value + zero;
      boolean over = unsigned64 ? pixel < 0 : ((value ^ pixel) & (zero ^ pixel)) < 0;
      if (over) {
        throw tooWide(place);
      }
      target.put(pixel);
    }
  }

  static NightjarException tooWide(String place) {
    return NightjarException.of(
        StandardError.BAD_ARGUMENT,
        "a pixel does not fit into the integers that were asked for",
        place,
        "Read them as long or double");
  }
}
