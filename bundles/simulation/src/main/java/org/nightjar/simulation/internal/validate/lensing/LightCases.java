package org.nightjar.simulation.internal.validate.lensing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.nightjar.rendering.light.LightProfile;
import org.nightjar.rendering.light.SersicIndex;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** What follows from Sersic indices, and surface brightness at some points. */
final class LightCases implements CaseEvaluator {
  private static final Set<String> BRIGHTNESS =
      Set.of("I", "I_exact_bn", "surface_brightness", "brightness");

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check) {
    JsonNode inputs = reference.inputs();
    String quantity = check.path("quantity").asText();
    if (Inputs.only(inputs, "n")) {
      return ofIndex(quantity)
          .flatMap(
              f ->
                  Inputs.numbers(inputs.path("n"))
                      .map(n -> Inputs.array(n.length, i -> f.applyAsDouble(n[i]))));
    }
    Optional<List<LightProfile>> light = Light.profiles(inputs.path("parameters"));
    Optional<double[]> x = Inputs.numbers(inputs.path("x"));
    Optional<double[]> y = Inputs.numbers(inputs.path("y"));
    if (!Inputs.only(inputs, "parameters", "x", "y")
        || light.isEmpty()
        || x.isEmpty()
        || y.isEmpty()
        || !BRIGHTNESS.contains(quantity)) {
      return Optional.empty();
    }
    return Optional.of(
        Inputs.array(
            x.get().length,
            i ->
                light.get().stream().mapToDouble(l -> l.brightness(x.get()[i], y.get()[i])).sum()));
  }

  private static Optional<DoubleUnaryOperator> ofIndex(String quantity) {
    DoubleUnaryOperator value =
        switch (quantity) {
          case "b_n_exact" -> SersicIndex::b;
          case "total_flux_exact" -> SersicIndex::totalFlux;
          case "b_n_ciotti_bertin" -> SersicIndex::series;
          default -> null;
        };
    return Optional.ofNullable(value);
  }
}
