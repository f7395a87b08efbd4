package org.nightjar.simulation.internal.validate.cosmology;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.nightjar.cosmology.halo.ValeOstrikerSubhaloes;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Mean numbers of subhaloes after Vale & Ostriker 2004. */
public final class SubhaloCases implements CaseEvaluator {
  private static final Set<String> INPUTS =
      Set.of("halo_mass", "M_Msun", "M", "alpha", "beta", "gamma_M", "x", "m_min", "n_test");

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check) {
    Inputs inputs = Inputs.of(reference);
    String quantity = check.path("quantity").asText().toLowerCase(Locale.ROOT);
    boolean mean = quantity.contains("number") || quantity.startsWith("n_sub");
    if (!reference.group().equals("halos") || !inputs.only(INPUTS) || !mean) {
      return Optional.empty();
    }
    OptionalDouble alpha = inputs.number("alpha");
    OptionalDouble beta = inputs.number("beta");
    OptionalDouble fraction = inputs.number("gamma_M");
    OptionalDouble stripping = inputs.number("x");
    OptionalDouble lowest = inputs.number("m_min");
    if (alpha.isEmpty()
        || beta.isEmpty()
        || fraction.isEmpty()
        || stripping.isEmpty()
        || lowest.isEmpty()) {
      return Optional.empty();
    }
    ValeOstrikerSubhaloes model =
        new ValeOstrikerSubhaloes(
            alpha.getAsDouble(),
            beta.getAsDouble(),
            fraction.getAsDouble(),
            stripping.getAsDouble());
    return Inputs.map(parents(inputs), m -> model.above(lowest.getAsDouble() / m));
  }

  private static JsonNode parents(Inputs inputs) {
    for (String name : new String[] {"halo_mass", "M_Msun"}) {
      if (inputs.node().has(name)) {
        return inputs.node().get(name);
      }
    }
    return inputs.node().path("M");
  }
}
