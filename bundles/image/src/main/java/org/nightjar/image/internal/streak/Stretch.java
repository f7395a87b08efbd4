package org.nightjar.image.internal.streak;

/**
 * The part [from, to] of a sequence whose sum is largest, and that sum; empty where none is above
 * 0.
 */
record Stretch(int from, int to, double sum) {

  /** Kadane's way: one look at each value. */
  static Stretch best(double[] values) {
    Stretch best = new Stretch(0, -1, 0);
    double sum = 0;
    int from = 0;
    for (int i = 0; i < values.length; i++) {
      if (sum <= 0) {
        sum = 0;
        from = i;
      }
      sum += values[i];
      if (sum > best.sum) {
        best = new Stretch(from, i, sum);
      }
    }
    return best;
  }

  int length() {
    return to - from + 1;
  }
}
