package org.nightjar.inference.internal.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Tensor;

/**
 * How a sample is decided by one output, as far as a model package says.
 *
 * @param levels on which side of them a number lies
 * @param first whether the class decides that comes first
 */
record Decision(List<Level> levels, boolean first) {
  private static final Decision NONE = new Decision(List.of(), false);
  private static final Map<String, Double> MIDDLES = Map.of("probability", 0.5, "logit", 0.0);

  /**
   * A level.
   *
   * @param element which number of the output
   * @param value from which value on it is decided the other way
   */
  record Level(int element, double value) {}

  /** Copies the list. */
  Decision {
    levels = List.copyOf(levels);
  }

  /**
   * The decision by an output. A threshold belongs to what it is named after: an output, or a class
   * of one (of a probability, if there are several); one that is named after nothing belongs to all
   * single numbers. Where none belongs, a probability is decided at 0.5 and a logit at 0. A mask, a
   * latent or an image is looked at otherwise.
   *
   * @param outputs all outputs of the model
   * @param thresholds its decision levels by name
   */
  static Decision by(OutputInfo output, List<OutputInfo> outputs, Map<String, Double> thresholds) {
    boolean likelihood = MIDDLES.containsKey(output.kind());
    long extents = output.shape().stream().filter(extent -> extent != 1).count();
    boolean decides = likelihood || List.of("value", "distance").contains(output.kind());
    if (!decides || extents > 1) {
      return NONE;
    }
    List<Level> levels = new ArrayList<>();
    thresholds.forEach(
        (name, value) -> {
          int element = output.classes().indexOf(name);
          if (output.name().equals(name) || (extents == 0 && belongsToAll(name, outputs))) {
            levels.add(new Level(0, value));
          } else if (element >= 0
              && (output.kind().equals("probability") || !probable(name, outputs))) {
            levels.add(new Level(element, value));
          }
        });
    if (levels.isEmpty() && extents == 0 && likelihood) {
      levels.add(new Level(0, MIDDLES.get(output.kind())));
    }
    return new Decision(levels, extents == 1 && likelihood);
  }

  private static boolean belongsToAll(String name, List<OutputInfo> outputs) {
    return outputs.stream()
        .noneMatch(each -> each.name().equals(name) || each.classes().contains(name));
  }

  private static boolean probable(String name, List<OutputInfo> outputs) {
    return outputs.stream()
        .anyMatch(each -> each.kind().equals("probability") && each.classes().contains(name));
  }

  /** Whether anything is decided by the output. */
  boolean isMade() {
    return first || !levels.isEmpty();
  }

  /** Whether two answers decide differently. */
  boolean flipped(Tensor one, Tensor other) {
    if (first && first(one) != first(other)) {
      return true;
    }
    return levels.stream()
        .anyMatch(
            level ->
                one.at(level.element()) >= level.value()
                    != other.at(level.element()) >= level.value());
  }

  private static int first(Tensor tensor) {
    int first = 0;
    for (int i = 1; i < tensor.size(); i++) {
      first = tensor.at(i) > tensor.at(first) ? i : first;
    }
    return first;
  }
}
