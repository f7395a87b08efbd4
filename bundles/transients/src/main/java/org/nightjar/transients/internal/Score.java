package org.nightjar.transients.internal;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Tensor;

/**
 * How real an alert is to a model.
 *
 * @param output name of the output that says so
 * @param value the score, as the model gave it
 */
record Score(String output, float value) {

  private static final String PROBABILITY = "probability";

  /**
   * The first probability among a model's outputs: of the class {@code real}, or of not being
   * {@code bogus}, or the only one there is. If the model has thresholds, its first single number
   * will do.
   */
  static Optional<Score> of(ModelInfo model, Prediction prediction) {
    for (OutputInfo output : model.outputs()) {
      if (output.kind().equals(PROBABILITY)) {
        Optional<Score> score = of(output, prediction);
        if (score.isPresent()) {
          return score;
        }
      }
    }
    return model.thresholds().isEmpty()
        ? Optional.empty()
        : model.outputs().stream()
            .map(output -> new Found(output, prediction.outputs().get(output.name())))
            .filter(found -> found.values() != null && found.values().size() == 1)
            .map(found -> new Score(found.output().name(), found.values().at(0)))
            .findFirst();
  }

  private static Optional<Score> of(OutputInfo output, Prediction prediction) {
    Tensor values = prediction.outputs().get(output.name());
    if (values == null) {
      return Optional.empty();
    }
    List<String> classes = output.classes();
    int real = classes.indexOf("real");
    int bogus = classes.indexOf("bogus");
    if (real >= 0 && real < values.size()) {
      return Optional.of(new Score(output.name(), values.at(real)));
    }
    if (bogus >= 0 && bogus < values.size()) {
      return Optional.of(new Score(output.name(), 1 - values.at(bogus)));
    }
    return values.size() == 1
        ? Optional.of(new Score(output.name(), values.at(0)))
        : Optional.empty();
  }

  private record Found(OutputInfo output, Tensor values) {}
}
