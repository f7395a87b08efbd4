package org.nightjar.fits.internal.encode;

import java.util.Arrays;

/**
 * Noise of neighbouring pixels from the median absolute third-order difference, {@code |2 v[i] -
 * v[i-2] - v[i+2]|} (Stoehr et al. 2008, ASPC 394, 505): blind to gradients and to stars.
 */
final class NoiseOfRow {
  /** Standard deviation over median, for Gaussian noise. */
  private static final double GAUSSIAN = 0.6052697;

  /** Fewer say nothing. */
  private static final int FEWEST = 9;

  private NoiseOfRow() {}

  /**
   * The noise.
   *
   * @param values finite
   * @return 0 if it cannot be told
   */
  static double of(double[] values, int count) {
    if (count < FEWEST) {
      return 0;
    }
    double[] differences = new double[count - 4];
    for (int i = 2; i < count - 2; i++) {
      differences[i - 2] = Math.abs(2 * values[i] - values[i - 2] - values[i + 2]);
    }
    Arrays.sort(differences);
    int middle = differences.length / 2;
    double median =
        differences.length % 2 == 1
            ? differences[middle]
            : (differences[middle - 1] + differences[middle]) / 2;
    return GAUSSIAN * median;
  }
}
