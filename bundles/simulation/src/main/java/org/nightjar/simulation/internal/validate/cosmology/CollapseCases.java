package org.nightjar.simulation.internal.validate.cosmology;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.halo.EllipsoidalCollapse;
import org.nightjar.cosmology.halo.MassFunction;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Multiplicities of haloes at given values of sigma. */
public final class CollapseCases implements CaseEvaluator {
  private static final Set<String> INPUTS =
      Set.of("cosmology", "sigma", "z", "Delta_mean", "A", "a", "p", "delta_c");
  private static final Set<String> QUANTITIES = Set.of("f", "fsigma", "f_sigma", "f_c");

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check)
      throws NightjarException {
    Inputs inputs = Inputs.of(reference);
    if (!reference.group().equals("halos")
        || !inputs.only(INPUTS)
        || !QUANTITIES.contains(check.path("quantity").asText())) {
      return Optional.empty();
    }
    double z = inputs.number("z").orElse(0);
    return function(inputs)
        .flatMap(f -> Inputs.map(inputs.node().path("sigma"), s -> f.multiplicity(s, z)));
  }

  private static Optional<MassFunction> function(Inputs inputs) throws NightjarException {
    OptionalDouble amplitude = inputs.number("A");
    OptionalDouble a = inputs.number("a");
    OptionalDouble p = inputs.number("p");
    OptionalDouble deltaC = inputs.number("delta_c");
    if (amplitude.isPresent() && a.isPresent() && p.isPresent() && deltaC.isPresent()) {
      return Optional.of(
          new EllipsoidalCollapse(
              amplitude.getAsDouble(), a.getAsDouble(), p.getAsDouble(), deltaC.getAsDouble()));
    }
    if (amplitude.isPresent() || a.isPresent() || p.isPresent() || deltaC.isPresent()) {
      return Optional.empty();
    }
    return NamedMassFunction.find(
        inputs.words(),
        inputs.words(),
        CosmologyInput.read(inputs.node().path("cosmology")),
        inputs.number("Delta_mean"));
  }
}
