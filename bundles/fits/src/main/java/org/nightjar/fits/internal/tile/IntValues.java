package org.nightjar.fits.internal.tile;

import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.image.PixelCoding;
import org.nightjar.fits.internal.image.WholePixels;

/** Stored whole numbers of up to 32 bits. */
final class IntValues implements TileValues {
  private final int[] stored;
  private final PixelCoding coding;
  private final WholePixels whole;
  private final boolean blanks;
  private final long blank;

  IntValues(int[] stored, PixelCoding coding, WholePixels whole) {
    this.stored = stored;
    this.coding = coding;
    this.whole = whole;
    this.blanks = coding.blank().isPresent();
    this.blank = coding.blank().orElse(0);
  }

  @Override
  public void floats(int from, int count, float[] out, int at) {
    double zero = coding.zero();
    double scale = coding.scale();
    boolean plain = coding.plain();
    for (int i = 0; i < count; i++) {
      int value = stored[from + i];
      out[at + i] = plain ? value : (float) (zero + scale * value);
    }
    if (blanks) {
      for (int i = 0; i < count; i++) {
        out[at + i] = stored[from + i] == blank ? Float.NaN : out[at + i];
      }
    }
  }

  @Override
  public void doubles(int from, int count, double[] out, int at) {
    double zero = coding.zero();
    double scale = coding.scale();
    for (int i = 0; i < count; i++) {
      int value = stored[from + i];
      out[at + i] = blanks && value == blank ? Double.NaN : zero + scale * value;
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
    return 4L * stored.length;
  }
}
