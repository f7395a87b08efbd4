package org.nightjar.fits.internal.image;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/** Decodes into single precision; scaling is computed in double precision. */
final class FloatDecoder implements Decoder {
  private final PixelCoding coding;
  private final double scale;
  private final double zero;
  private final boolean blanks;
  private final long blank;
  private final FloatBuffer target;

  FloatDecoder(PixelCoding coding, FloatBuffer target) {
    this.coding = coding;
    this.scale = coding.scale();
    this.zero = coding.zero();
    this.blanks = coding.blank().isPresent();
    this.blank = coding.blank().orElse(0);
    this.target = target;
  }

  @Override
  public void decode(ByteBuffer stored, int count) {
    switch (coding.bitpix()) {
      case 8 -> bytes(stored, count);
      case 16 -> shorts(stored.asShortBuffer(), count);
      case 32 -> ints(stored.asIntBuffer(), count);
      case 64 -> longs(stored.asLongBuffer(), count);
      case -32 -> floats(stored.asFloatBuffer(), count);
      default -> doubles(stored.asDoubleBuffer(), count);
    }
  }

  private float pixel(long value) {
    return blanks && value == blank ? Float.NaN : (float) (zero + scale * value);
  }

  private void bytes(ByteBuffer stored, int count) {
    for (int i = 0; i < count; i++) {
      target.put(pixel(stored.get() & 0xff));
    }
  }

  private void shorts(ShortBuffer stored, int count) {
    for (int i = 0; i < count; i++) {
      target.put(pixel(stored.get()));
    }
  }

  private void ints(IntBuffer stored, int count) {
    for (int i = 0; i < count; i++) {
      target.put(pixel(stored.get()));
    }
  }

  private void longs(LongBuffer stored, int count) {
    for (int i = 0; i < count; i++) {
      target.put(pixel(stored.get()));
    }
  }

  private void floats(FloatBuffer stored, int count) {
    if (coding.plain()) {
      target.put(stored.limit(count));
      return;
    }
    for (int i = 0; i < count; i++) {
      target.put((float) (zero + scale * stored.get()));
    }
  }

  private void doubles(DoubleBuffer stored, int count) {
    for (int i = 0; i < count; i++) {
      target.put((float) (zero + scale * stored.get()));
    }
  }
}
