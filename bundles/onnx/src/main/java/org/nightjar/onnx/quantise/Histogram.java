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
   * The range without a share of the numbers at each end.
   *
   * @param outside the share, 0 for everything
   */
  Range range(double outside) {
    if (outside == 0 || limit == 0) {
      return new Range(low, high);
    }
    double left = Math.max(low, edge(outside));
    double right = Math.min(high, edge(1 - outside));
    return new Range(Math.min(left, right), Math.max(left, right));
  }

  /** Below which number a share of all lies; within a bin they count as evenly spread. */
  private double edge(double share) {
    double wanted = share * total;
    double before = 0;
    int bin = 0;
    while (bin < BINS - 1 && before + counts[bin] < wanted) {
      before += counts[bin++];
    }
    double within = counts[bin] == 0 ? 0 : (wanted - before) / counts[bin];
    return ((bin + within) / (BINS / 2.0) - 1) * limit;
  }
}
