package org.nightjar.inference.internal.shadow;

import org.nightjar.api.inference.Tensor;

/** How one output of two versions compares over many samples. */
final class OutputComparison {
  private static final int MOST_SCORES = 10_000;

  private final String name;
  private final Decision decision;
  private final Scores scores = new Scores(MOST_SCORES);
  private long numbers;
  private double largest;
  private double sum;
  private long flips;
  private long decisions;

  /**
   * An empty comparison.
   *
   * @param decision how samples are decided by the output
   */
  OutputComparison(String name, Decision decision) {
    this.name = name;
    this.decision = decision;
  }

  void add(Tensor live, Tensor candidate) {
    for (int i = 0; i < live.size(); i++) {
      double difference = Math.abs((double) live.at(i) - candidate.at(i));
      largest = Math.max(largest, difference);
      sum += difference;
    }
    numbers += live.size();
    if (decision.isMade()) {
      decisions++;
      flips += decision.flipped(live, candidate) ? 1 : 0;
      scores.add(live.at(0), candidate.at(0));
    }
  }

  ShadowReport.Output report() {
    return new ShadowReport.Output(
        name,
        largest,
        numbers == 0 ? 0 : sum / numbers,
        decisions,
        flips,
        scores.size() == 0 ? 0 : scores.kolmogorovSmirnov(),
        scores.stabilityIndex());
  }
}
