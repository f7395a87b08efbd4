package org.nightjar.lensing.scene;

import java.util.Arrays;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How many systems each configuration of a set gets: exactly as many as are wanted in all, by the
 * largest remainders.
 */
@ProviderType
public final class Shares {
  private static final double SUM_ERROR = 1e-6;

  private Shares() {}

  /**
   * Deals systems out.
   *
   * @param size systems in all, at least 0
   * @param fractions of the configurations, each at least 0, with sum 1
   * @return as many numbers as fractions, whose sum is {@code size}
   * @throws IllegalArgumentException if the fractions do not add up
   */
  public static int[] of(int size, double... fractions) {
    double sum = Arrays.stream(fractions).sum();
    if (size < 0
        || !(Math.abs(sum - 1) < SUM_ERROR)
        || Arrays.stream(fractions).anyMatch(f -> !(f >= 0))) {
      throw new IllegalArgumentException(
          size + " systems in parts of " + Arrays.toString(fractions) + ": they add up to 1");
    }
    int[] counts = new int[fractions.length];
    double[] left = new double[fractions.length];
    int dealt = 0;
    for (int i = 0; i < fractions.length; i++) {
      double share = size * fractions[i] / sum;
      counts[i] = (int) Math.floor(share + 1e-9);
      left[i] = share - counts[i];
      dealt += counts[i];
    }
    for (; dealt < size; dealt++) {
      int most = 0;
      for (int i = 1; i < left.length; i++) {
        most = left[i] > left[most] ? i : most;
      }
      counts[most]++;
      left[most] = -1;
    }
    return counts;
  }
}
