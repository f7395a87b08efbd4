package org.nightjar.fits.internal.tile;

import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.image.PixelCoding;
import org.nightjar.fits.internal.image.WholePixels;

/**
 * Floats that were made whole numbers: {@code (stored - random + 0.5) * ZSCALE + ZZERO} with
 * dithering, {@code stored * ZSCALE + ZZERO} without. Images of single precision are rounded to it
 * whatever is asked for, so that all readers see the same pixels.
 */
final class QuantisedValues implements TileValues {
  private static final int LINE = 1024;

  /** No stored value is this one. */
  private static final long NONE = Long.MIN_VALUE;

  private final int[] stored;
  private final long tile;
  private final TileRow row;
  private final Quantisation method;
  private final PixelCoding coding;
  private final WholePixels whole;

  QuantisedValues(
      int[] stored,
      long tile,
      TileRow row,
      Quantisation method,
      PixelCoding coding,
      WholePixels whole) {
    this.stored = stored;
    this.tile = tile;
    this.row = row;
    this.method = method;
    this.coding = coding;
    this.whole = whole;
  }

  @Override
  public void floats(int from, int count, float[] out, int at) {
    double scale = row.scale();
    double zero = row.zero();
    if (method.dithered()) {
      double[] offsets = Dither.offsets();
      Dither.Walk walk = new Dither.Walk(tile, method.seed(), from);
      for (int done = 0; done < count; ) {
        int run = Math.min(walk.run(), count - done);
        int next = walk.next();
        int source = from + done;
        int target = at + done;
        for (int i = 0; i < run; i++) {
          out[target + i] = (float) ((stored[source + i] + offsets[next + i]) * scale + zero);
        }
        walk.skip(run);
        done += run;
      }
    } else {
      for (int i = 0; i < count; i++) {
        out[at + i] = (float) (stored[from + i] * scale + zero);
      }
    }
    special(from, count, out, at);
    if (!coding.plain()) {
      for (int i = at; i < at + count; i++) {
        out[i] = (float) (coding.zero() + coding.scale() * out[i]);
      }
    }
  }

  private void special(int from, int count, float[] out, int at) {
    if (row.blank().isEmpty() && !method.exactZeros()) {
      return;
    }
    long blank = row.blank().orElse(NONE);
    long exact = method.exactZeros() ? Dither.EXACT_ZERO : NONE;
    for (int i = 0; i < count; i++) {
      int value = stored[from + i];
      if (value == blank) {
        out[at + i] = Float.NaN;
      } else if (value == exact) {
        out[at + i] = 0;
      }
    }
  }

  @Override
  public void doubles(int from, int count, double[] out, int at) {
    if (coding.bitpix() == -32) {
      float[] line = new float[Math.min(LINE, count)];
      for (int done = 0; done < count; done += line.length) {
        int part = Math.min(line.length, count - done);
        floats(from + done, part, line, 0);
        for (int i = 0; i < part; i++) {
          out[at + done + i] = line[i];
        }
      }
      return;
    }
    double[] offsets = Dither.offsets();
    Dither.Walk walk = new Dither.Walk(tile, method.seed(), from);
    long blank = row.blank().orElse(NONE);
    for (int i = 0; i < count; i++) {
      int value = stored[from + i];
      double offset = method.dithered() ? offsets[walk.next()] : 0;
      walk.skip(1);
      double pixel = (value + offset) * row.scale() + row.zero();
      if (value == blank) {
        pixel = Double.NaN;
      } else if (method.exactZeros() && value == Dither.EXACT_ZERO) {
        pixel = 0;
      }
      out[at + i] = coding.plain() ? pixel : coding.zero() + coding.scale() * pixel;
    }
  }

  @Override
  public void longs(int from, int count, long[] out, int at) throws NightjarException {
    throw whole.notWhole();
  }

  @Override
  public long bytes() {
    return 4L * stored.length;
  }
}
