package org.nightjar.simulation.internal.certify;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
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
    all.add(new LensingCases(CosmologyInput::read));
    return List.copyOf(all);
  }
}
