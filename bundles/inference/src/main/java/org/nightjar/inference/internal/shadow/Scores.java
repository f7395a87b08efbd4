package org.nightjar.inference.internal.shadow;

import java.util.Arrays;

/**
 * Scores of two versions for the same samples, up to a bound, and how far their distributions lie
 * apart.
 */
final class Scores {
  /** Bins of the population stability index: tenths of the live version's scores. */
  private static final int BINS = 10;

  /** An empty bin counts as this part, so that its logarithm exists. */
  private static final double LEAST = 1e-4;

  private final float[] live;
  private final float[] candidate;
  private int size;

  Scores(int most) {
    live = new float[most];
    candidate = new float[most];
  }

  void add(float ofLive, float ofCandidate) {
    if (size < live.length) {
      live[size] = ofLive;
      candidate[size] = ofCandidate;
      size++;
    }
  }

  int size() {
    return size;
  }

  /** Largest distance between the two cumulative distributions, 0 to 1 (Kolmogorov-Smirnov). */
  double kolmogorovSmirnov() {
    float[] a = sorted(live);
    float[] b = sorted(candidate);
    double largest = 0;
    int i = 0;
    int j = 0;
    while (i < size && j < size) {
      float next = Math.min(a[i], b[j]);
      while (i < size && a[i] <= next) {
        i++;
      }
      while (j < size && b[j] <= next) {
        j++;
      }
      largest = Math.max(largest, Math.abs(i - j) / (double) size);
    }
    return largest;
  }

  /**
   * Population stability index: sum over bins of (c - l) ln(c / l), l and c the parts of the two
   * versions' scores. Below 0.1 is usually called the same, above 0.25 another distribution.
   */
  double stabilityIndex() {
    if (size == 0) {
      return 0;
    }
    float[] sorted = sorted(live);
    double[] ofLive = new double[BINS];
    double[] ofCandidate = new double[BINS];
    for (int i = 0; i < size; i++) {
      ofLive[bin(sorted, live[i])]++;
      ofCandidate[bin(sorted, candidate[i])]++;
    }
    double index = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double l = Math.max(LEAST, ofLive[bin] / size);
      double c = Math.max(LEAST, ofCandidate[bin] / size);
      index += (c - l) * Math.log(c / l);
    }
    return index;
  }

  /** How many tenth-edges of the live version's scores lie below the score. */
  private static int bin(float[] sorted, float score) {
    int bin = 0;
    for (int edge = 1; edge < BINS; edge++) {
      bin += score > sorted[edge * sorted.length / BINS] ? 1 : 0;
    }
    return bin;
  }

  private float[] sorted(float[] values) {
    float[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
