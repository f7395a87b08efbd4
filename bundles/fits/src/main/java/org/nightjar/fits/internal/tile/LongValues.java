package org.nightjar.fits.internal.tile;

import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.image.PixelCoding;
import org.nightjar.fits.internal.image.WholePixels;

/** Stored whole numbers of 64 bits. */
final class LongValues implements TileValues {
  private final long[] stored;
  private final PixelCoding coding;
  private final WholePixels whole;
  private final boolean blanks;
  private final long blank;

  LongValues(long[] stored, PixelCoding coding, WholePixels whole) {
    this.stored = stored;
    this.coding = coding;
    this.whole = whole;
    this.blanks = coding.blank().isPresent();
    this.blank = coding.blank().orElse(0);
  }

  @Override
  public void floats(int from, int count, float[] out, int at) {
    for (int i = 0; i < count; i++) {
      long value = stored[from + i];
      out[at + i] =
          blanks && value == blank
              ? Float.NaN
              : coding.plain() ? value : (float) (coding.zero() + coding.scale() * value);
    }
  }

  @Override
  public void doubles(int from, int count, double[] out, int at) {
    for (int i = 0; i < count; i++) {
      long value = stored[from + i];
      out[at + i] = blanks && value == blank ? Double.NaN : coding.zero() + coding.scale() * value;
    }
  }

  @Override
  public void longs(int from, int count, long[] out, int at) throws NightjarException {
    for (int i = 0; i < count; i++) {
      out[at + i] = whole.of(stored[from + i]);
    }
  }

  @Override
  public long bytes() {
    return 8L * stored.length;
  }
}
