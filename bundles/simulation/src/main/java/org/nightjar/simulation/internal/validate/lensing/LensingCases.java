package org.nightjar.simulation.internal.validate.lensing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.CosmologyReader;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Everything about lenses, light, pictures and noise. */
public final class LensingCases implements CaseEvaluator {
  private final List<CaseEvaluator> evaluators;

  /**
   * All evaluators.
   *
   * @param cosmologies makes the cosmologies that cases describe
   */
  public LensingCases(CosmologyReader cosmologies) {
    this.evaluators =
        List.of(
            new ProfileCases(),
            new PlaneCases(cosmologies),
            new ImagePositionCases(cosmologies),
            new DistanceCases(cosmologies),
            new LightCases(),
            new PictureCases(),
            new NoiseCases(),
            new FluxCases(),
            new SystemCases());
  }

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check)
      throws NightjarException {
    try {
      for (CaseEvaluator evaluator : evaluators) {
        Optional<JsonNode> value = evaluator.evaluate(reference, check);
        if (value.isPresent()) {
          return value;
        }
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          e.getMessage(),
          reference.id() + ", " + check.path("quantity").asText(),
          "give values within their ranges");
    }
  }
}
