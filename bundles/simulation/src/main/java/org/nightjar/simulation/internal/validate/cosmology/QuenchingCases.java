package org.nightjar.simulation.internal.validate.cosmology;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.nightjar.cosmology.halo.Quenching;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;
import org.nightjar.statistics.random.Philox;

/** Fractions of quenched galaxies. */
public final class QuenchingCases implements CaseEvaluator {
  private static final Set<String> INPUTS =
      Set.of("M", "M_Msun", "offset", "width", "probability", "p", "n", "n_test");

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check) {
    Inputs inputs = Inputs.of(reference);
    int count = check.path("n_test").asInt();
    if (!reference.group().equals("halos")
        || !inputs.says("quench")
        || !inputs.only(INPUTS)
        || !check.path("quantity").asText().startsWith("fraction_quenched")
        || count <= 0) {
      return Optional.empty();
    }
    RandomGenerator random = new Philox(count);
    OptionalDouble offset = inputs.number("offset");
    OptionalDouble width = inputs.number("width");
    OptionalDouble fixed =
        inputs.number("probability").isPresent()
            ? inputs.number("probability")
            : inputs.number("p");
    if (offset.isPresent() && width.isPresent() && fixed.isEmpty()) {
      Quenching model = new Quenching.ByMass(offset.getAsDouble(), width.getAsDouble());
      JsonNode masses =
          inputs.node().has("M") ? inputs.node().get("M") : inputs.node().path("M_Msun");
      return Inputs.map(masses, mass -> frequency(model, mass, count, random));
    }
    if (fixed.isPresent() && offset.isEmpty() && width.isEmpty()) {
      Quenching model = new Quenching.ByEnvironment(fixed.getAsDouble());
      return Optional.of(Inputs.number(frequency(model, 1, count, random)));
    }
    return Optional.empty();
  }

  private static double frequency(Quenching model, double mass, int count, RandomGenerator random) {
    int quenched = 0;
    for (int i = 0; i < count; i++) {
      quenched += model.quenched(mass, random) ? 1 : 0;
    }
    return quenched / (double) count;
  }
}
