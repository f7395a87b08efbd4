package org.nightjar.transients.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;

/**
 * Names of models' outputs among the measurements: the output's own name, or {@code MODEL/NAME}
 * where two models have it or a measurement of the packet has. Depends on what is installed and on
 * the packet, not on which model answered.
 */
final class OutputNames {

  private final Map<String, Integer> uses = new HashMap<>();
  private final Predicate<String> taken;

  OutputNames(List<ModelInfo> models, Predicate<String> taken) {
    this.taken = taken;
    for (ModelInfo model : models) {
      for (OutputInfo output : model.outputs()) {
        uses.merge(output.name(), 1, Integer::sum);
      }
    }
  }

  String of(ModelInfo model, String output) {
    boolean clash = uses.getOrDefault(output, 0) > 1 || taken.test(output);
    return clash ? model.id() + "/" + output : output;
  }
}
