package org.nightjar.fits.internal.image;

import java.nio.ByteBuffer;

/** An integer as FITS stores it. */
final class StoredInteger {
  private StoredInteger() {}

  /** The next one: unsigned for 8 bits, signed for 16, 32 and 64. */
  static long next(ByteBuffer stored, int bitpix) {
    return switch (bitpix) {
      case 8 -> stored.get() & 0xff;
      case 16 -> stored.getShort();
      case 32 -> stored.getInt();
      default -> stored.getLong();
    };
  }
}
