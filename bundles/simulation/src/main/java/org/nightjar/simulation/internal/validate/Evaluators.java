package org.nightjar.simulation.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.simulation.internal.validate.cosmology.CosmologyEvaluators;
import org.nightjar.simulation.internal.validate.cosmology.CosmologyInput;
import org.nightjar.simulation.internal.validate.galaxies.GalaxyCases;
import org.nightjar.simulation.internal.validate.lensing.LensingCases;

/** All evaluators there are. */
final class Evaluators {
  private Evaluators() {}

  static List<CaseEvaluator> all() {
    List<CaseEvaluator> all = new ArrayList<>(CosmologyEvaluators.all());
    all.add(new GalaxyCases(CosmologyInput::read));
    all.add(new LensingCases(Evaluators::read));
    return List.copyOf(all);
  }

  private static Optional<Cosmology> read(JsonNode description) {
    try {
      return CosmologyInput.read(description).map(c -> c);
    } catch (NightjarException e) {
      return Optional.empty();
    }
  }
}
