package org.nightjar.fits.internal.tile;

/**
 * Smooths what a lossy H-compression left of one level: differences move towards what the sums of
 * the neighbouring squares suggest, by at most half a quantisation step, and never so far that the
 * image would get a new minimum or maximum (White, Postman and Lattanzi 1992, section on blocking).
 */
final class HSmoothing {
  private final long[] a;
  private final int stride;
  private final int height;
  private final int width;
  private final long most;

  /**
   * Smooths in place.
   *
   * @param most half of the quantisation step
   */
  HSmoothing(long[] coefficients, int stride, int height, int width, long most) {
    this.a = coefficients;
    this.stride = stride;
    this.height = height;
    this.width = width;
    this.most = most;
  }

  void run() {
    for (int y = 2; y < height - 2; y += 2) {
      for (int x = 0; x < width; x += 2) {
        slope(y * stride + x, 2 * stride, stride);
      }
    }
    for (int y = 0; y < height; y += 2) {
      for (int x = 2; x < width - 2; x += 2) {
        slope(y * stride + x, 2, 1);
      }
    }
    for (int y = 2; y < height - 2; y += 2) {
      for (int x = 2; x < width - 2; x += 2) {
        curvature(y * stride + x);
      }
    }
  }

  /** Sums two squares apart differ by eight times the slope within a square. */
  private void slope(int at, int neighbour, int difference) {
    long back = a[at] - a[at - neighbour];
    long ahead = a[at + neighbour] - a[at];
    long high = Math.max(Math.min(ahead, back), 0) << 2;
    long low = Math.min(Math.max(ahead, back), 0) << 2;
    if (low < high) {
      move(at + difference, Math.max(Math.min(back + ahead, high), low), 3);
    }
  }

  private void curvature(int at) {
    long h0 = a[at];
    long lowLow = a[at - 2 * stride - 2];
    long highLow = a[at + 2 * stride - 2];
    long lowHigh = a[at - 2 * stride + 2];
    long highHigh = a[at + 2 * stride + 2];
    long hx = a[at + stride] << 1;
    long hy = a[at + 1] << 1;
    long high =
        Math.min(
                Math.min(Math.max(highHigh - h0, 0) - hx - hy, Math.max(h0 - highLow, 0) + hx - hy),
                Math.min(Math.max(h0 - lowHigh, 0) - hx + hy, Math.max(lowLow - h0, 0) + hx + hy))
            << 4;
    long low =
        Math.max(
                Math.max(Math.min(highHigh - h0, 0) - hx - hy, Math.min(h0 - highLow, 0) + hx - hy),
                Math.max(Math.min(h0 - lowHigh, 0) - hx + hy, Math.min(lowLow - h0, 0) + hx + hy))
            << 4;
    if (low < high) {
      long wanted = highHigh + lowLow - lowHigh - highLow;
      move(at + stride + 1, Math.max(Math.min(wanted, high), low), 6);
    }
  }

  /** Moves a coefficient towards {@code wanted / 2^shift}, rounding towards zero. */
  private void move(int at, long wanted, int shift) {
    long step = wanted - (a[at] << shift);
    step = step >= 0 ? step >> shift : (step + (1L << shift) - 1) >> shift;
    a[at] += Math.max(Math.min(step, most), -most);
  }
}
