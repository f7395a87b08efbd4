package org.nightjar.simulation.internal.validate.cosmology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.CosmologyParameters;
import org.nightjar.cosmology.FriedmannCosmology;
import org.nightjar.cosmology.growth.LinderGrowth;
import org.nightjar.cosmology.power.BbksTransfer;
import org.nightjar.cosmology.power.EisensteinHu;
import org.nightjar.cosmology.power.Halofit;
import org.nightjar.cosmology.power.HalofitModel;
import org.nightjar.cosmology.power.PowerSpectrum;
import org.nightjar.cosmology.power.SmoothEisensteinHu;
import org.nightjar.cosmology.power.TransferFunction;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Transfer functions, linear and non-linear power spectra. */
public final class PowerCases implements CaseEvaluator {
  private static final Set<String> LINEAR =
      Set.of("cosmology", "k_per_Mpc", "A_s", "n_s", "k_wmap");
  private static final Set<String> NONLINEAR =
      Set.of("cosmology", "k_per_Mpc", "A_s", "n_s", "k_wmap", "linear", "D", "z", "grid");
  private static final Set<String> SHAPE = Set.of("h", "Om0", "Ob0", "k_per_Mpc");

  /** Names of the models of halofit, as quantities begin. */
  private static final Map<String, HalofitModel> MODELS =
      Map.of(
          "P_smith", HalofitModel.SMITH,
          "P_takahashi", HalofitModel.TAKAHASHI,
          "P_bird", HalofitModel.BIRD);

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check)
      throws NightjarException {
    Inputs inputs = Inputs.of(reference);
    if (!reference.group().equals("power spectrum")) {
      return Optional.empty();
    }
    String quantity = check.path("quantity").asText();
    if (inputs.only(SHAPE) && inputs.says("bbks")) {
      return shape(inputs, quantity);
    }
    Optional<FriedmannCosmology> universe = CosmologyInput.read(inputs.node().path("cosmology"));
    if (universe.isEmpty()) {
      return Optional.empty();
    }
    if (inputs.only(LINEAR)) {
      return linear(inputs, universe.get().parameters(), quantity);
    }
    return inputs.only(NONLINEAR) ? nonlinear(inputs, universe.get(), quantity) : Optional.empty();
  }

  private static Optional<JsonNode> at(Inputs inputs, DoubleUnaryOperator function) {
    return Inputs.map(inputs.node().path("k_per_Mpc"), function);
  }

  private static Optional<JsonNode> shape(Inputs inputs, String quantity) {
    if (inputs.number("h").isEmpty()
        || inputs.number("Om0").isEmpty()
        || inputs.number("Ob0").isEmpty()
        || !inputs.says("sugiyama")) {
      return Optional.empty();
    }
    BbksTransfer transfer =
        BbksTransfer.sugiyama(
            inputs.number("h").getAsDouble(),
            inputs.number("Om0").getAsDouble(),
            inputs.number("Ob0").getAsDouble());
    return switch (quantity) {
      case "T" -> at(inputs, transfer::at);
      case "q" -> at(inputs, transfer::q);
      default -> Optional.empty();
    };
  }

  private static Optional<JsonNode> linear(
      Inputs inputs, CosmologyParameters parameters, String quantity) throws NightjarException {
    if (quantity.equals("T_bbks")) {
      return at(inputs, BbksTransfer.of(parameters)::at);
    }
    Optional<TransferFunction> transfer =
        switch (quantity) {
          case "T_wiggle", "P_wiggle_Mpc3" -> Optional.of(new EisensteinHu(parameters));
          case "T_no_wiggle", "P_no_wiggle_Mpc3" -> Optional.of(new SmoothEisensteinHu(parameters));
          default -> Optional.empty();
        };
    if (transfer.isEmpty() || quantity.startsWith("T")) {
      return transfer.flatMap(t -> at(inputs, t::at));
    }
    return PowerInput.primordial(inputs, transfer.get(), parameters)
        .flatMap(power -> at(inputs, power::at));
  }

  private static Optional<JsonNode> nonlinear(
      Inputs inputs, FriedmannCosmology universe, String quantity) throws NightjarException {
    String text = inputs.node().path("linear").asText("");
    Optional<TransferFunction> transfer = PowerInput.transfer(text, universe.parameters());
    if (transfer.isEmpty()) {
      return Optional.empty();
    }
    Optional<PowerSpectrum> power =
        PowerInput.primordial(inputs, transfer.get(), universe.parameters());
    JsonNode z = inputs.node().path("z");
    JsonNode amplitudes = amplitudes(inputs, universe, text, z);
    if (power.isEmpty() || amplitudes.size() != z.size()) {
      return Optional.empty();
    }
    if (z.isNumber() && amplitudes.isNumber()) {
      PowerSpectrum grown = power.get().grown(amplitudes.asDouble());
      return model(quantity, grown, universe, z.asDouble()).flatMap(p -> at(inputs, p::at));
    }
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < z.size(); i++) {
      PowerSpectrum grown = power.get().grown(amplitudes.get(i).asDouble());
      Optional<JsonNode> row =
          model(quantity, grown, universe, z.get(i).asDouble()).flatMap(p -> at(inputs, p::at));
      if (row.isEmpty()) {
        return row;
      }
      rows.add(row.get());
    }
    return Optional.of(rows);
  }

  /** The given growth factors, or those that the text names. */
  private static JsonNode amplitudes(
      Inputs inputs, FriedmannCosmology universe, String text, JsonNode z) {
    JsonNode given = inputs.node().path("D");
    if (!given.isMissingNode() || !text.contains("D_linder")) {
      return given;
    }
    LinderGrowth growth = new LinderGrowth(universe, LinderGrowth.LAMBDA);
    return Inputs.map(z, growth::factor).orElse(given);
  }

  private static Optional<PowerSpectrum> model(
      String quantity, PowerSpectrum linear, FriedmannCosmology universe, double z) {
    if (quantity.startsWith("P_linear")) {
      return Optional.of(linear);
    }
    return MODELS.entrySet().stream()
        .filter(entry -> quantity.startsWith(entry.getKey()))
        .findFirst()
        .map(entry -> new Halofit(entry.getValue(), linear, universe, z));
  }
}
