package org.nightjar.inference.internal.precision.metric;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * How sure one can be of a difference between two models that were judged by the same samples: the
 * samples are drawn anew, with replacement, again and again, and the difference is computed for
 * each draw (Efron and Tibshirani 1993, paired percentile interval). Numbers are drawn by counting,
 * so that a draw depends on the seed and its own number alone.
 */
public final class Bootstrap {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Scored before;
  private final Scored after;
  private final DoubleBinaryOperator loss;
  private final long seed;
  private final int[][] groups;

  /**
   * An interval in the making.
   *
   * @param before what the first model was judged by
   * @param after the same samples of the second one
   * @param loss difference of two values
   */
  public Bootstrap(Scored before, Scored after, DoubleBinaryOperator loss, long seed) {
    if (before.size() != after.size()) {
      throw new IllegalArgumentException(before.size() + " and " + after.size() + " samples");
    }
    this.before = before;
    this.after = after;
    this.loss = loss;
    this.seed = seed;
    this.groups = new int[][] {members(0), members(1)};
  }

  /**
   * Ends of an interval.
   *
   * @param low lower end
   * @param high upper end
   */
  public record Interval(double low, double high) {}

  /**
   * The interval in which the difference lies.
   *
   * @param level with which confidence, such as 0.95
   * @param draws how many draws
   */
  public Interval interval(double level, int draws) {
    double[] losses = IntStream.range(0, draws).mapToDouble(this::loss).toArray();
    Arrays.sort(losses);
    int outside = (int) Math.max(1, Math.floor((1 - level) / 2 * (draws + 1)));
    return new Interval(losses[outside - 1], losses[draws - outside]);
  }

  /** The difference for one draw. */
  double loss(int draw) {
    int[] weights = new int[before.size()];
    long stream = mix(seed + (draw + 1) * GOLDEN);
    long counter = 0;
    for (int[] group : groups) {
      for (int i = 0; i < group.length; i++) {
        long bits = mix(stream + ++counter * GOLDEN) >>> 32;
        weights[group[(int) ((bits * group.length) >>> 32)]]++;
      }
    }
    return loss.applyAsDouble(before.value(weights), after.value(weights));
  }

  private int[] members(int group) {
    return IntStream.range(0, before.size()).filter(i -> before.group(i) == group).toArray();
  }

  // SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
  private static long mix(long seed) {
    long z = seed;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
