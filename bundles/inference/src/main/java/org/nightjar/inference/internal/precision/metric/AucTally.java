package org.nightjar.inference.internal.precision.metric;

import java.util.Arrays;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;

/** Scores of one class, and whether the sample is of it. */
final class AucTally implements Tally {
  private final int element;
  private final int positive;
  private final float[] scores;
  private final boolean[] truths;
  private int size;

  /**
   * An empty tally.
   *
   * @param element which number of the output is the score
   * @param positive which label is the class
   */
  AucTally(int element, int positive, int samples) {
    this.element = element;
    this.positive = positive;
    this.scores = new float[samples];
    this.truths = new boolean[samples];
  }

  @Override
  public void add(Tensor output, Tensor label) throws NightjarException {
    int index = Labels.index(label, Math.max(2, output.size()));
    scores[size] = output.at(element);
    truths[size] = index == positive;
    size++;
  }

  @Override
  public Scored scored() {
    return new RankedScores(Arrays.copyOf(scores, size), Arrays.copyOf(truths, size));
  }
}
