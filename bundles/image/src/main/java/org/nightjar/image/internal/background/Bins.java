package org.nightjar.image.internal.background;

import java.util.Arrays;

/**
 * The bins of a histogram, of which a range is looked at. Sums over the range follow it as it
 * moves, so that a round of clipping costs what it clips. A workspace for one thread.
 */
final class Bins {

  /** Sums of the squares of bin numbers over 2^31 pixels then fit a long. */
  private static final int MOST_BINS = 1 << 16;

  private int[] counts = {};
  private int size;
  private double origin;
  private double binWidth;

  private int low;
  private int high;

  /** Pixels below the range, in it, and the sums of their bins' numbers and of these squared. */
  private long below;

  private long pixels;
  private long sum;
  private long squares;

  /** Where the median was looked for last, and the pixels in all bins below. */
  private int place;

  private long belowPlace;

  /** Makes {@code wanted} bins (at most 65536) over a range of values and looks at all of them. */
  void draw(float[] values, int count, double lowest, double range, int wanted) {
    size = Math.min(MOST_BINS, wanted);
    origin = lowest;
    binWidth = range / size;
    if (counts.length < size) {
      counts = new int[size];
    }
    Arrays.fill(counts, 0, size, 0);
    double perUnit = 1 / binWidth;
    double shift = 0.5 - origin * perUnit;
    int[] drawn = counts;
    double end = size;
    for (int i = 0; i < count; i++) {
      double bin = values[i] * perUnit + shift;
      if (bin >= 0 && bin < end) {
        drawn[(int) bin]++;
      }
    }
    low = 0;
    high = size - 1;
    below = 0;
    pixels = 0;
    sum = 0;
    squares = 0;
    for (int i = 0; i < size; i++) {
      long moment = (long) drawn[i] * i;
      pixels += drawn[i];
      sum += moment;
      squares += moment * i;
    }
    place = 0;
    belowPlace = 0;
  }

  int low() {
    return low;
  }

  int high() {
    return high;
  }

  double binWidth() {
    return binWidth;
  }

  /** The value at a place among the bins; bins are centred on whole numbers. */
  double value(double bin) {
    return origin + bin * binWidth;
  }

  double mean() {
    return (double) sum / pixels;
  }

  /** The standard deviation about the mean, in bins. */
  double sigma(double mean) {
    return Math.sqrt(Math.max(0, (double) squares / pixels - mean * mean));
  }

  /** Looks at the bins from one place to another only. */
  void limit(double from, double to) {
    int newLow = (int) Math.max(0, Math.floor(from + 0.5));
    int newHigh = (int) Math.min(size - 1, Math.floor(to + 0.5));
    while (low < newLow) {
      below += counts[low];
      count(low++, -1);
    }
    while (low > newLow) {
      count(--low, 1);
      below -= counts[low];
    }
    while (high > newHigh) {
      count(high--, -1);
    }
    while (high < newHigh) {
      count(++high, 1);
    }
  }

  private void count(int bin, int sign) {
    long moment = (long) sign * counts[bin] * bin;
    pixels += sign * counts[bin];
    sum += moment;
    squares += moment * bin;
  }

  /**
   * From the boundary between two bins that halves the pixels best, moved by what is missing to an
   * even split.
   */
  double median() {
    seek();
    double best = place;
    double bestImbalance = Double.POSITIVE_INFINITY;
    for (int bin = Math.max(0, place - 1); bin <= place && bin + 1 < size; bin++) {
      long upToBin = (bin == place ? belowPlace + counts[place] : belowPlace) - below;
      double imbalance = pixels - 2.0 * upToBin;
      if (Math.abs(imbalance) < bestImbalance) {
        bestImbalance = Math.abs(imbalance);
        int denser = Math.max(counts[bin], counts[bin + 1]);
        best = bin + 0.5 + imbalance / (2.0 * Math.max(1, denser));
      }
    }
    return best;
  }

  /** Goes to the first bin of the range with which half of the pixels are reached. */
  private void seek() {
    double target = below + pixels / 2.0;
    while (place < low || (place < high && belowPlace + counts[place] < target)) {
      belowPlace += counts[place++];
    }
    while (place > low && (place > high || belowPlace >= target)) {
      belowPlace -= counts[--place];
    }
  }
}
