package org.nightjar.inference.internal.preprocess;

/** A statistic over the finite values of an image, in double precision; 0 if there is none. */
public enum Statistic {
  /** Arithmetic mean. */
  MEAN {
    @Override
    double ofFinite(float[] values, int from, int to) {
      // Four sums, because an addition that waits for the one before it takes four times as long.
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      int i = from;
      for (; i <= to - 4; i += 4) {
        a += values[i];
        b += values[i + 1];
        c += values[i + 2];
        d += values[i + 3];
      }
      for (; i < to; i++) {
        a += values[i];
      }
      return (a + b + c + d) / (to - from);
    }
  },
  /** Middle value; the mean of the two in the middle of an even count. */
  MEDIAN {
    @Override
    double ofFinite(float[] values, int from, int to) {
      return Selection.median(values, from, to);
    }
  },
  /** Standard deviation of the population: divided by n, not by n - 1. */
  STD {
    @Override
    double ofFinite(float[] values, int from, int to) {
      double mean = MEAN.ofFinite(values, from, to);
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      int i = from;
      for (; i <= to - 4; i += 4) {
        a += (values[i] - mean) * (values[i] - mean);
        b += (values[i + 1] - mean) * (values[i + 1] - mean);
        c += (values[i + 2] - mean) * (values[i + 2] - mean);
        d += (values[i + 3] - mean) * (values[i + 3] - mean);
      }
      for (; i < to; i++) {
        a += (values[i] - mean) * (values[i] - mean);
      }
      return Math.sqrt((a + b + c + d) / (to - from));
    }
  };

  /** The statistic of those values of a range that are finite. */
  double of(float[] values, int from, int to) {
    if (Finite.all(values, from, to)) {
      return from == to ? 0 : ofFinite(values, from, to);
    }
    float[] finite = new float[to - from];
    int count = 0;
    for (int i = from; i < to; i++) {
      if (Float.isFinite(values[i])) {
        finite[count++] = values[i];
      }
    }
    return count == 0 ? 0 : ofFinite(finite, 0, count);
  }

  abstract double ofFinite(float[] values, int from, int to);
}
