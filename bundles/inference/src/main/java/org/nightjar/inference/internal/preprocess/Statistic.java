package org.nightjar.inference.internal.preprocess;

import java.util.Arrays;

/** A statistic over the finite values of an image, in double precision; 0 if there is none. */
public enum Statistic {
  /** Arithmetic mean. */
  MEAN {
    @Override
    double ofFinite(float[] values) {
      double sum = 0;
      for (float value : values) {
        sum += value;
      }
      return sum / values.length;
    }
  },
  /** Middle value; the mean of the two in the middle of an even count. */
  MEDIAN {
    @Override
    double ofFinite(float[] values) {
      Arrays.sort(values);
      int middle = values.length / 2;
      return values.length % 2 == 1
          ? values[middle]
          : (values[middle - 1] + (double) values[middle]) / 2;
    }
  },
  /** Standard deviation of the population: divided by n, not by n - 1. */
  STD {
    @Override
    double ofFinite(float[] values) {
      double mean = MEAN.ofFinite(values);
      double sum = 0;
      for (float value : values) {
        sum += (value - mean) * (value - mean);
      }
      return Math.sqrt(sum / values.length);
    }
  };

  /** The statistic of those values that are finite. */
  double of(float[] values) {
    float[] finite = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        finite[count++] = value;
      }
    }
    return count == 0 ? 0 : ofFinite(Arrays.copyOf(finite, count));
  }

  abstract double ofFinite(float[] values);
}
