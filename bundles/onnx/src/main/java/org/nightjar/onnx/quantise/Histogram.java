package org.nightjar.onnx.quantise;

import java.nio.FloatBuffer;

/**
 * Counts numbers in bins around 0. When a number lies beyond them, the bins become twice as wide,
 * pairs of them one, until it fits; so nothing has to be known in advance.
 */
final class Histogram {
  private static final int BINS = 8192;

  private final long[] counts = new long[BINS];
  private long total;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /** Bins reach from minus this to plus this; 0 while only zeros were seen. */
  private double limit;

  /** Says that numbers between these two are there. */
  void widen(double least, double largest) {
    low = Math.min(low, least);
    high = Math.max(high, largest);
  }

  /** Counts numbers that lie between the extremes known so far. */
  void count(FloatBuffer values) {
    reach(Math.max(Math.abs(low), Math.abs(high)));
    while (values.hasRemaining()) {
      counts[bin(values.get())]++;
      total++;
    }
  }

  /** Zeros lie in the middle bin whatever the limit is. */
  private void reach(double wanted) {
    if (limit == 0) {
      limit = wanted;
    }
    while (limit < wanted) {
      halve();
      limit *= 2;
    }
  }

  /** Bins next to the middle are joined first, so that no count is overwritten. */
  private void halve() {
    int middle = BINS / 2;
    for (int bin = 0; bin < middle / 2; bin++) {
      counts[middle + bin] = counts[middle + 2 * bin] + counts[middle + 2 * bin + 1];
      counts[middle - 1 - bin] = counts[middle - 1 - 2 * bin] + counts[middle - 2 - 2 * bin];
    }
    for (int bin = 0; bin < middle / 2; bin++) {
      counts[bin] = 0;
      counts[BINS - 1 - bin] = 0;
    }
  }

  private int bin(double value) {
    if (limit == 0) {
      return BINS / 2;
    }
    int bin = (int) Math.floor((value / limit + 1) * (BINS / 2.0));
    return Math.max(0, Math.min(BINS - 1, bin));
  }

  /**
   * The range without a share of the numbers at each end, or a little wider: it ends where bins do.
   *
   * @param outside the share, 0 for everything
   */
  Range range(double outside) {
    if (outside == 0 || limit == 0) {
      return new Range(low, high);
    }
    double left = (bin(outside, 0) / (BINS / 2.0) - 1) * limit;
    double right = (bin(1 - outside, 1) / (BINS / 2.0) - 1) * limit;
    return new Range(Math.max(low, Math.min(left, high)), Math.min(high, Math.max(right, low)));
  }

  /** The bin in which a share of all numbers is reached, and so many more. */
  private int bin(double share, int more) {
    double wanted = share * total;
    double sum = 0;
    int bin = -1;
    do {
      bin++;
      sum += counts[bin];
    } while (sum < wanted && bin < BINS - 1);
    return bin + more;
  }
}
