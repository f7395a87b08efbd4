package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.CosmologyReader;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/**
 * Cases of redshifts, luminosities, masses, sizes, shapes, spectra, magnitudes, places and the
 * distributions beneath. The first model that knows a case answers, if it knows all its inputs.
 */
public final class GalaxyCases implements CaseEvaluator {
  private final List<Model> models;

  /**
   * Cases in universes.
   *
   * @param cosmologies makes them
   */
  public GalaxyCases(CosmologyReader cosmologies) {
    models =
        Stream.of(
                RedshiftModels.all(cosmologies),
                LuminosityModels.all(cosmologies),
                MassModels.all(cosmologies),
                RandomModels.all(),
                SizeModels.all(cosmologies),
                EllipticityModels.all(),
                SpectrumModels.all(),
                SurveyModels.all(),
                PositionModels.all(),
                List.<Model>of(new MergerModel(), new StabilityModel(cosmologies)))
            .flatMap(List::stream)
            .toList();
  }

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check)
      throws NightjarException {
    for (Model model : models) {
      Question question = new Question(reference, check);
      if (!model.knows(question)) {
        continue;
      }
      try {
        JsonNode answer = model.answer(question);
        if (question.allRead()) {
          return Optional.of(answer);
        }
      } catch (UnknownException somebodyElses) {
        // Another model may know what this one does not.
      } catch (IllegalArgumentException e) {
        throw NightjarException.of(
            StandardError.BAD_ARGUMENT,
            String.valueOf(e.getMessage()),
            reference.id() + ": " + check.path("quantity").asText(),
            "The inputs of the case are not physical.");
      }
    }
    return Optional.empty();
  }
}
