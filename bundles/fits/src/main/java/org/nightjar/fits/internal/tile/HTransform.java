package org.nightjar.fits.internal.tile;

/**
 * The inverse H-transform, a two-dimensional Haar transform in whole numbers (White, Postman and
 * Lattanzi 1992). Each level turns a sum and three differences into four numbers; the bits that the
 * forward transform dropped are known from the parity of the others.
 */
final class HTransform {
  private final long[] a;
  private final int rows;
  private final int columns;
  private final long[] spare;

  /**
   * A transform in place.
   *
   * @param coefficients sum first, lowest frequencies first
   * @param spare room for half of the coefficients, sides rounded up
   */
  HTransform(long[] coefficients, int rows, int columns, long[] spare) {
    this.a = coefficients;
    this.rows = rows;
    this.columns = columns;
    this.spare = spare;
  }

  /** How often a side can be halved, rounding up, until it is one. */
  static int levels(int side) {
    return 32 - Integer.numberOfLeadingZeros(Math.max(1, side) - 1);
  }

  /** A side halved this often, rounding up. */
  static int shrunk(int side, int times) {
    return (int) ((side + (1L << times) - 1) >> times);
  }

  /**
   * Inverts.
   *
   * @param smoothing quantisation steps by which coefficients may be moved; 0 for none
   */
  void invert(long smoothing) {
    int levels = levels(Math.max(rows, columns));
    if (levels > 0) {
      a[0] = rounded(a[0], 1L << levels + 1, (1L << levels) - (a[0] >= 0 ? 0 : 1));
    }
    for (int level = levels - 1; level >= 0; level--) {
      int height = shrunk(rows, level);
      int width = shrunk(columns, level);
      interleaveColumns(height, width);
      interleaveRows(height, width);
      if (smoothing > 0) {
        new HSmoothing(a, columns, height, width, smoothing).run();
      }
      new Level(level).combine(height, width);
    }
  }

  private static long rounded(long value, long unit, long half) {
    return (value + half) & -unit;
  }

  private void interleaveColumns(int height, int width) {
    int low = (width + 1) / 2;
    for (int y = 0; y < height; y++) {
      int row = y * columns;
      System.arraycopy(a, row + low, spare, 0, width - low);
      for (int x = low - 1; x > 0; x--) {
        a[row + 2 * x] = a[row + x];
      }
      for (int x = 0; x < width - low; x++) {
        a[row + 2 * x + 1] = spare[x];
      }
    }
  }

  private void interleaveRows(int height, int width) {
    int low = (height + 1) / 2;
    for (int y = low; y < height; y++) {
      System.arraycopy(a, y * columns, spare, (y - low) * width, width);
    }
    for (int y = low - 1; y > 0; y--) {
      System.arraycopy(a, y * columns, a, 2 * y * columns, width);
    }
    for (int y = 0; y < height - low; y++) {
      System.arraycopy(spare, y * width, a, (2 * y + 1) * columns, width);
    }
  }

  /** One level: what is known of its numbers' lowest bits, and the divisor. */
  private final class Level {
    private final long bit0;
    private final long bit1;
    private final long half0;
    private final int shift;

    Level(int level) {
      this.bit0 = 1L << level;
      this.bit1 = 2L << level;
      this.half0 = bit0 >> 1;
      this.shift = level == 0 ? 2 : 1;
    }

    void combine(int height, int width) {
      int evenWidth = width & ~1;
      for (int y = 0; y + 1 < height; y += 2) {
        int row = y * columns;
        for (int x = 0; x < evenWidth; x += 2) {
          four(row + x, row + columns + x);
        }
        if (evenWidth < width) {
          two(row + evenWidth, row + columns + evenWidth);
        }
      }
      if ((height & 1) != 0) {
        int row = (height - 1) * columns;
        for (int x = 0; x < evenWidth; x += 2) {
          two(row + x, row + x + 1);
        }
        if (evenWidth < width) {
          a[row + evenWidth] >>= shift;
        }
      }
    }

    private void four(int upper, int lower) {
      long hc = a[lower + 1];
      hc = rounded(hc, bit0, hc >= 0 ? half0 : Math.max(0, half0 - 1));
      long hx = difference(a[lower]);
      long hy = difference(a[upper + 1]);
      long low0 = hc & bit0;
      hx -= hx >= 0 ? low0 : -low0;
      hy -= hy >= 0 ? low0 : -low0;
      long low1 = (hc ^ hx ^ hy) & bit1;
      long h0 = a[upper];
      if (h0 >= 0) {
        h0 += low0 - low1;
      } else {
        h0 += low0 == 0 ? low1 : low0 - low1;
      }
      a[lower + 1] = (h0 + hx + hy + hc) >> shift;
      a[lower] = (h0 + hx - hy - hc) >> shift;
      a[upper + 1] = (h0 - hx + hy - hc) >> shift;
      a[upper] = (h0 - hx - hy + hc) >> shift;
    }

    /** At an odd edge there is a sum and one difference. */
    private void two(int first, int second) {
      long h = difference(a[second]);
      long low1 = h & bit1;
      long h0 = a[first] >= 0 ? a[first] - low1 : a[first] + low1;
      a[second] = (h0 + h) >> shift;
      a[first] = (h0 - h) >> shift;
    }

    private long difference(long h) {
      return rounded(h, bit1, h >= 0 ? bit0 : bit0 - 1);
    }
  }
}
