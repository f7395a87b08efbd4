package org.nightjar.inference.internal.precision.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Area under the receiver operating characteristic: the part of all pairs of a positive and a
 * negative sample in which the positive one has the larger score, equal scores counted half (Mann
 * and Whitney 1947; Hanley and McNeil 1982). NaN without both kinds of samples.
 */
final class RankedScores implements Scored {
  private final float[] scores;
  private final boolean[] truths;

  /** Samples by rising score. */
  private final int[] order;

  RankedScores(float[] scores, boolean[] truths) {
    this.scores = scores;
    this.truths = truths;
    this.order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparing(i -> scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  @Override
  public int size() {
    return scores.length;
  }

  @Override
  public int group(int sample) {
    return truths[sample] ? 1 : 0;
  }

  @Override
  public double value(int[] weights) {
    double won = 0;
    long positives = 0;
    long negatives = 0;
    int next = 0;
    while (next < order.length) {
      float score = scores[order[next]];
      long above = 0;
      long below = 0;
      while (next < order.length && scores[order[next]] == score) {
        int sample = order[next++];
        above += truths[sample] ? weights[sample] : 0;
        below += truths[sample] ? 0 : weights[sample];
      }
      won += above * (negatives + 0.5 * below);
      positives += above;
      negatives += below;
    }
    return won / ((double) positives * negatives);
  }
}
