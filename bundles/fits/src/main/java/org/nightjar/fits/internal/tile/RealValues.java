package org.nightjar.fits.internal.tile;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.image.PixelCoding;
import org.nightjar.fits.internal.image.WholePixels;

/** IEEE numbers as they are stored, without loss. */
final class RealValues implements TileValues {
  private final ByteBuffer stored;
  private final PixelCoding coding;
  private final WholePixels whole;

  /** Big-endian numbers from position 0 on, of the width of the image's. */
  RealValues(ByteBuffer stored, PixelCoding coding, WholePixels whole) {
    this.stored = stored;
    this.coding = coding;
    this.whole = whole;
  }

  @Override
  public void floats(int from, int count, float[] out, int at) {
    if (coding.bitpix() == -64) {
      DoubleBuffer numbers = stored.asDoubleBuffer();
      for (int i = 0; i < count; i++) {
        out[at + i] = (float) (coding.zero() + coding.scale() * numbers.get(from + i));
      }
      return;
    }
    stored.asFloatBuffer().get(from, out, at, count);
    if (!coding.plain()) {
      for (int i = at; i < at + count; i++) {
        out[i] = (float) (coding.zero() + coding.scale() * out[i]);
      }
    }
  }

  @Override
  public void doubles(int from, int count, double[] out, int at) {
    if (coding.bitpix() == -64) {
      stored.asDoubleBuffer().get(from, out, at, count);
    } else {
      FloatBuffer numbers = stored.asFloatBuffer();
      for (int i = 0; i < count; i++) {
        out[at + i] = numbers.get(from + i);
      }
    }
    if (!coding.plain()) {
      for (int i = at; i < at + count; i++) {
        out[i] = coding.zero() + coding.scale() * out[i];
      }
    }
  }

  @Override
  public void longs(int from, int count, long[] out, int at) throws NightjarException {
    throw whole.notWhole();
  }

  @Override
  public long bytes() {
    return stored.capacity();
  }
}
