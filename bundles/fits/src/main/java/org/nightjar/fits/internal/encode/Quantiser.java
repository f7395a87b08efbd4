package org.nightjar.fits.internal.encode;

import java.util.Optional;
import org.nightjar.fits.internal.tile.Dither;

/**
 * Makes floats whole numbers: a step is a quarter of the noise, random numbers are added before
 * rounding and taken away by readers (SUBTRACTIVE_DITHER_1; Pence, Seaman and White 2009; FITS
 * standard 4.0, section 10.2). No pixel moves by more than half a step.
 */
final class Quantiser {
  private static final double STEPS_PER_NOISE = 4;

  /** Largest numbers that are not used; cfitsio leaves as many. */
  private static final int RESERVED = 12;

  private Quantiser() {}

  /**
   * What a tile became.
   *
   * @param scale ZSCALE
   * @param zero ZZERO
   */
  record Steps(int[] stored, double scale, double zero) {}

  /**
   * Quantises a tile.
   *
   * @param tile absolute index of the tile
   * @param seed ZDITHER0
   * @return empty if it has no noise, NaN or infinities, or a range too wide for 31 bits of steps
   */
  static Optional<Steps> of(double[] values, int count, long tile, int seed) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      double value = values[i];
      if (!Double.isFinite(value)) {
        return Optional.empty();
      }
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double step = NoiseOfRow.of(values, count) / STEPS_PER_NOISE;
    double range = (high - low) / step;
    if (!(step >= Double.MIN_NORMAL) || !(range < Integer.MAX_VALUE - RESERVED)) {
      return Optional.empty();
    }
    double zero = Math.floor(low / step + 0.5) * step;
    if (!Double.isFinite(zero) || step < 0x1p-40 * Math.max(Math.abs(low), Math.abs(high))) {
      return Optional.empty();
    }
    return Optional.of(new Steps(steps(values, count, step, zero, tile, seed), step, zero));
  }

  private static int[] steps(
      double[] values, int count, double step, double zero, long tile, int seed) {
    int[] stored = new int[count];
    double[] offsets = Dither.offsets();
    Dither.Walk walk = new Dither.Walk(tile, seed, 0);
    for (int i = 0; i < count; i++) {
      stored[i] = (int) Math.floor((values[i] - zero) / step + 0.5 - offsets[walk.next()]);
      walk.skip(1);
    }
    return stored;
  }
}
