package org.nightjar.statistics.distribution;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/** One of some numbered things, each as often as its weight says. */
@ProviderType
public final class Choice {
  private final double[] sums;

  /**
   * As many things as weights.
   *
   * @param weights at least 0, finite and not all 0
   */
  public Choice(double... weights) {
    sums = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0)) {
        throw new IllegalArgumentException("weight " + weights[i] + " of number " + i);
      }
      sum += weights[i];
      sums[i] = sum;
    }
    Require.positive("the sum of the weights", sum);
  }

  /** Draws the number of a thing, from 0. */
  public int draw(RandomGenerator random) {
    double target = random.nextDouble() * sums[sums.length - 1];
    int found = Arrays.binarySearch(sums, target);
    int index = found >= 0 ? found + 1 : -found - 1;
    while (index + 1 < sums.length && sums[index] <= target) {
      index++;
    }
    return Math.min(index, sums.length - 1);
  }

  /** Probability of a thing. */
  public double probability(int index) {
    return (sums[index] - (index == 0 ? 0 : sums[index - 1])) / sums[sums.length - 1];
  }
}
