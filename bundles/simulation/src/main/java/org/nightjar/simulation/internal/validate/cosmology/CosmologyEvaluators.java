package org.nightjar.simulation.internal.validate.cosmology;

import java.util.List;
import org.nightjar.simulation.internal.validate.CaseEvaluator;

/** All evaluators of this package. */
public final class CosmologyEvaluators {
  private CosmologyEvaluators() {}

  /** The evaluators; a case is known to at most one of them. */
  public static List<CaseEvaluator> all() {
    return List.of(
        new DistanceCases(),
        new GrowthCases(),
        new PowerCases(),
        new MassFunctionCases(),
        new HaloRowCases(),
        new CollapseCases(),
        new SubhaloCases(),
        new QuenchingCases());
  }
}
