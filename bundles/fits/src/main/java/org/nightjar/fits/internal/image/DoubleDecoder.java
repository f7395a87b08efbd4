package org.nightjar.fits.internal.image;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;

/** Decodes into double precision. */
final class DoubleDecoder implements Decoder {
  private final PixelCoding coding;
  private final DoubleBuffer target;

  DoubleDecoder(PixelCoding coding, DoubleBuffer target) {
    this.coding = coding;
    this.target = target;
  }

  @Override
  public void decode(ByteBuffer stored, int count) {
    if (coding.bitpix() == -64 && coding.plain()) {
      target.put(stored.asDoubleBuffer().limit(count));
      return;
    }
    boolean plain = coding.plain();
    for (int i = 0; i < count; i++) {
      if (coding.bitpix() < 0) {
        double value = coding.bitpix() == -32 ? stored.getFloat() : stored.getDouble();
        target.put(plain ? value : coding.zero() + coding.scale() * value);
      } else {
        target.put(pixel(StoredInteger.next(stored, coding.bitpix()), plain));
      }
    }
  }

  private double pixel(long value, boolean plain) {
    if (coding.blank().isPresent() && value == coding.blank().getAsLong()) {
      return Double.NaN;
    }
    return plain ? (double) value : coding.zero() + coding.scale() * value;
  }
}
