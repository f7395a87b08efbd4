package org.nightjar.simulation.internal.validate.cosmology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.FriedmannCosmology;
import org.nightjar.cosmology.halo.HaloAbundance;
import org.nightjar.cosmology.halo.HaloMassSampler;
import org.nightjar.cosmology.halo.MassFunction;
import org.nightjar.cosmology.halo.MassVariance;
import org.nightjar.cosmology.power.PowerSpectrum;
import org.nightjar.cosmology.power.TransferFunction;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;
import org.nightjar.statistics.random.Philox;

/** Abundances of haloes for a spectrum given by its primordial amplitude, and samples of masses. */
public final class MassFunctionCases implements CaseEvaluator {
  private static final Set<String> INPUTS =
      Set.of(
          "cosmology",
          "A_s",
          "n_s",
          "k_wmap",
          "linear",
          "top_hat",
          "k_grid",
          "M_Msun",
          "m_min",
          "m_max",
          "growth",
          "n_test",
          "probabilities");

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check)
      throws NightjarException {
    Inputs inputs = Inputs.of(reference);
    if (!reference.group().equals("halos")
        || !inputs.only(INPUTS)
        || !inputs.node().path("top_hat").asBoolean(true)) {
      return Optional.empty();
    }
    Optional<FriedmannCosmology> universe = CosmologyInput.read(inputs.node().path("cosmology"));
    if (universe.isEmpty()) {
      return Optional.empty();
    }
    Optional<PowerSpectrum> power = power(inputs, universe.get());
    return power.isEmpty()
        ? Optional.empty()
        : quantity(inputs, universe.get(), power.get(), check);
  }

  private static Optional<PowerSpectrum> power(Inputs inputs, FriedmannCosmology universe)
      throws NightjarException {
    String linear = inputs.node().path("linear").asText("");
    Optional<TransferFunction> transfer = PowerInput.transfer(linear, universe.parameters());
    double growth = inputs.number("growth").orElse(1);
    return transfer
        .flatMap(t -> PowerInput.primordial(inputs, t, universe.parameters()))
        .map(p -> p.grown(growth));
  }

  private static Optional<JsonNode> quantity(
      Inputs inputs, FriedmannCosmology universe, PowerSpectrum power, JsonNode check) {
    String quantity = check.path("quantity").asText();
    if (quantity.equals("rho_m")) {
      return Optional.of(Inputs.number(universe.comovingMatterDensity()));
    }
    boolean draws = inputs.number("m_min").isPresent() && inputs.number("m_max").isPresent();
    JsonNode masses = inputs.node().path("M_Msun");
    double lowest = draws ? inputs.number("m_min").getAsDouble() : extreme(masses, -1);
    double highest = draws ? inputs.number("m_max").getAsDouble() : extreme(masses, 1);
    if (!(lowest > 0 && highest >= lowest)) {
      return Optional.empty();
    }
    MassVariance variance =
        new MassVariance(
            power, universe.comovingMatterDensity(), lowest, Math.max(highest, 1.01 * lowest));
    if (quantity.equals("sigma")) {
      return Inputs.map(masses, variance::rms);
    }
    String named = draws ? inputs.reference().title() : quantity;
    Optional<MassFunction> function =
        NamedMassFunction.find(
            named, inputs.words(), Optional.of(universe), OptionalDouble.empty());
    if (function.isEmpty()) {
      return Optional.empty();
    }
    HaloAbundance abundance = new HaloAbundance(function.get(), variance, 1, 0);
    return draws
        ? drawn(abundance.sampler(lowest, highest), quantity, check)
        : abundance(abundance, quantity).flatMap(f -> Inputs.map(masses, f));
  }

  private static Optional<DoubleUnaryOperator> abundance(HaloAbundance halos, String quantity) {
    if (quantity.startsWith("dn_dM_")) {
      return Optional.of(halos::perMass);
    }
    if (quantity.startsWith("dn_dlnM_") && !quantity.contains("h3")) {
      return Optional.of(halos::perLogarithm);
    }
    return quantity.startsWith("fsigma_") ? Optional.of(halos::multiplicity) : Optional.empty();
  }

  private static Optional<JsonNode> drawn(
      HaloMassSampler sampler, String quantity, JsonNode check) {
    if (quantity.startsWith("number_density")) {
      return Optional.of(Inputs.number(sampler.density()));
    }
    int count = check.path("n_test").asInt();
    if (!quantity.equals("sample_quantiles") || count <= 0) {
      return Optional.empty();
    }
    RandomGenerator random = new Philox(count);
    ArrayNode samples = JsonNodeFactory.instance.arrayNode(count);
    for (int i = 0; i < count; i++) {
      samples.add(sampler.sample(random));
    }
    return Optional.of(samples);
  }

  private static double extreme(JsonNode masses, int sign) {
    double extreme = Double.NaN;
    for (JsonNode one : masses.isArray() ? masses : JsonNodeFactory.instance.arrayNode()) {
      double mass = one.asDouble();
      extreme = !(sign * (mass - extreme) <= 0) ? mass : extreme;
    }
    return masses.isNumber() ? masses.asDouble() : extreme;
  }
}
