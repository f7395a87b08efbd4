package org.nightjar.inference.internal.precision.metric;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;

/**
 * Counts decisions that are right: of several classes the first of the largest, of a single number
 * class 1 from a threshold on and class 0 below.
 */
final class AccuracyTally implements Tally {
  private final double threshold;
  private final Quotient.Builder hits;

  AccuracyTally(double threshold, int samples) {
    this.threshold = threshold;
    this.hits = new Quotient.Builder(samples);
  }

  @Override
  public void add(Tensor output, Tensor label) throws NightjarException {
    int classes = Math.max(2, output.size());
    hits.add(decision(output) == Labels.index(label, classes) ? 1 : 0, 1);
  }

  private int decision(Tensor output) {
    if (output.size() == 1) {
      return output.at(0) >= threshold ? 1 : 0;
    }
    int first = 0;
    for (int i = 1; i < output.size(); i++) {
      first = output.at(i) > output.at(first) ? i : first;
    }
    return first;
  }

  @Override
  public Scored scored() {
    return hits.scored(false);
  }
}
