package org.nightjar.simulation.internal.validate.cosmology;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.FriedmannCosmology;
import org.nightjar.cosmology.growth.CarrollGrowth;
import org.nightjar.cosmology.growth.ExactGrowth;
import org.nightjar.cosmology.growth.Growth;
import org.nightjar.cosmology.growth.LinderGrowth;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Growth of ripples. */
public final class GrowthCases implements CaseEvaluator {
  private static final Set<String> INPUTS = Set.of("cosmology", "z", "gamma");

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check)
      throws NightjarException {
    Inputs inputs = Inputs.of(reference);
    if (!reference.group().equals("growth") || !inputs.only(INPUTS)) {
      return Optional.empty();
    }
    Optional<FriedmannCosmology> universe = CosmologyInput.read(inputs.node().path("cosmology"));
    if (universe.isEmpty()) {
      return Optional.empty();
    }
    String quantity = check.path("quantity").asText();
    Optional<DoubleUnaryOperator> function =
        linder(universe.get(), inputs.number("gamma"), quantity)
            .or(() -> without(universe.get(), quantity));
    return function.flatMap(f -> Inputs.map(inputs.node().path("z"), f));
  }

  private static Optional<DoubleUnaryOperator> linder(
      FriedmannCosmology universe, OptionalDouble gamma, String quantity) {
    if (gamma.isEmpty()) {
      return Optional.empty();
    }
    LinderGrowth growth = new LinderGrowth(universe, gamma.getAsDouble());
    Map<String, DoubleUnaryOperator> known =
        Map.of(
            "f", growth::rate,
            "D_linder", growth::factor,
            "D_linder_normalised", growth.normalised()::factor,
            "dD_dz", growth::derivative);
    return Optional.ofNullable(known.get(quantity));
  }

  private static Optional<DoubleUnaryOperator> without(
      FriedmannCosmology universe, String quantity) {
    Growth carroll = new CarrollGrowth(universe);
    return switch (quantity) {
      case "D_carroll", "D_carroll_unnormalised" -> Optional.of(carroll::factor);
      case "D_carroll_normalised" -> Optional.of(carroll.normalised()::factor);
      case "D_exact" -> Optional.of(new ExactGrowth(universe).normalised()::factor);
      default -> Optional.empty();
    };
  }
}
