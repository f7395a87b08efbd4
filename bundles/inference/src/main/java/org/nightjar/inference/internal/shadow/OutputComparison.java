package org.nightjar.inference.internal.shadow;

import java.util.List;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Tensor;

/** How one output of two versions compares over many samples. */
final class OutputComparison {
  private static final int MOST_SCORES = 10_000;

  private final OutputInfo output;
  private final List<Double> thresholds;
  private final Scores scores = new Scores(MOST_SCORES);
  private long numbers;
  private double largest;
  private double sum;
  private long flips;
  private long decisions;

  /**
   * An empty comparison.
   *
   * @param thresholds the model's decision levels
   */
  OutputComparison(OutputInfo output, List<Double> thresholds) {
    this.output = output;
    this.thresholds = List.copyOf(thresholds);
  }

  void add(Tensor live, Tensor candidate) {
    for (int i = 0; i < live.size(); i++) {
      double difference = Math.abs((double) live.at(i) - candidate.at(i));
      largest = Math.max(largest, difference);
      sum += difference;
    }
    numbers += live.size();
    if (decides(live.size())) {
      decisions++;
      flips += flipped(live, candidate) ? 1 : 0;
      scores.add(live.at(0), candidate.at(0));
    }
  }

  /** Whether somebody decides by it: a mask, a latent or an image is looked at otherwise. */
  private boolean decides(int size) {
    return switch (output.kind()) {
      case "probability", "logit" -> true;
      case "value", "distance" -> size == 1;
      default -> false;
    };
  }

  /** Another class comes first, or a number lies on the other side of a level. */
  private boolean flipped(Tensor live, Tensor candidate) {
    if (live.size() > 1) {
      return first(live) != first(candidate);
    }
    for (double level : thresholds) {
      if (live.at(0) >= level != candidate.at(0) >= level) {
        return true;
      }
    }
    return false;
  }

  private static int first(Tensor tensor) {
    int first = 0;
    for (int i = 1; i < tensor.size(); i++) {
      first = tensor.at(i) > tensor.at(first) ? i : first;
    }
    return first;
  }

  ShadowReport.Output report() {
    return new ShadowReport.Output(
        output.name(),
        largest,
        numbers == 0 ? 0 : sum / numbers,
        decisions,
        flips,
        scores.size() == 0 ? 0 : scores.kolmogorovSmirnov(),
        scores.stabilityIndex());
  }
}
