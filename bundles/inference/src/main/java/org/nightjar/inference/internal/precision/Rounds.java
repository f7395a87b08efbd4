package org.nightjar.inference.internal.precision;

import java.util.ArrayList;
import java.util.List;

/**
 * How long two networks take for the same samples, in turns, in a number of rounds: what else the
 * machine does hits both alike, and the middle of the rounds forgets those in which it did not.
 */
final class Rounds {
  /** A round ends after so many samples, or so many nanoseconds. */
  private static final int MOST_SAMPLES = 16;

  private static final double MOST_NANOS = 20e6;

  private final List<Double> first = new ArrayList<>();
  private final List<Double> second = new ArrayList<>();
  private final List<Double> ratios = new ArrayList<>();
  private double one;
  private double other;
  private int samples;

  /** Adds the nanoseconds that both took for a sample. */
  void add(double ofOne, double ofOther) {
    one += ofOne;
    other += ofOther;
    samples++;
    if (samples == MOST_SAMPLES || one + other >= MOST_NANOS) {
      first.add(one / samples);
      second.add(other / samples);
      ratios.add(other / Math.max(1, one));
      one = 0;
      other = 0;
      samples = 0;
    }
  }

  /** How many rounds are over. */
  int size() {
    return ratios.size();
  }

  /** Nanoseconds of the first network for a sample, in the round in the middle. */
  double first() {
    return middle(first);
  }

  /** The same of the second. */
  double second() {
    return middle(second);
  }

  /** The second network's time over the first's, in the round in the middle. */
  double ratio() {
    return middle(ratios);
  }

  /** The least of these ratios. */
  double least() {
    return ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** The largest of them. */
  double most() {
    return ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  private static double middle(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
