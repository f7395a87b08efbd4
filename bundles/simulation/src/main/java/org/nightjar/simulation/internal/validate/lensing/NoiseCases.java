package org.nightjar.simulation.internal.validate.lensing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.rendering.noise.Exposures;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Noise of coadds, and magnitudes. */
final class NoiseCases implements CaseEvaluator {
  private static final Pattern OF_MAGNITUDE = Pattern.compile("cps_of_mag_(\\d+(\\.\\d+)?)");

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check) {
    JsonNode inputs = reference.inputs();
    String quantity = check.path("quantity").asText();
    return inputs.has("rows") ? rows(inputs, quantity) : pixel(inputs, quantity);
  }

  private static Optional<JsonNode> rows(JsonNode inputs, String quantity) {
    List<Exposures> rows = new ArrayList<>();
    for (JsonNode row : inputs.path("rows")) {
      if (!Inputs.only(row, "survey", "read_noise", "exposure", "zp", "sky", "pixel", "n")) {
        return Optional.empty();
      }
      Optional<Exposures> exposures =
          exposures(row, Map.of("t", "exposure", "sky", "sky", "zero", "zp", "count", "n"));
      if (exposures.isEmpty()) {
        return Optional.empty();
      }
      rows.add(exposures.get());
    }
    if (rows.isEmpty() || !Inputs.only(inputs, "rows")) {
      return Optional.empty();
    }
    Matcher magnitude = OF_MAGNITUDE.matcher(quantity);
    if (magnitude.matches()) {
      double m = Double.parseDouble(magnitude.group(1));
      return Optional.of(Inputs.array(rows.size(), i -> rows.get(i).rate(m)));
    }
    return switch (quantity) {
      case "sky_cps_per_arcsec2" ->
          Optional.of(Inputs.array(rows.size(), i -> rows.get(i).rate(rows.get(i).skyMagnitude())));
      case "sigma_e_per_s" ->
          Optional.of(Inputs.array(rows.size(), i -> rows.get(i).backgroundNoise()));
      default -> Optional.empty();
    };
  }

  private static Optional<JsonNode> pixel(JsonNode inputs, String quantity) {
    boolean known =
        Inputs.only(inputs, "signal_e_per_s", "N", "t_s", "read_noise", "sky_mag", "zp", "pixel")
            && quantity.equals("variance");
    Optional<Double> signal = Inputs.number(inputs, "signal_e_per_s");
    Optional<Exposures> exposures =
        exposures(inputs, Map.of("t", "t_s", "sky", "sky_mag", "zero", "zp", "count", "N"));
    if (!known || signal.isEmpty() || exposures.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Inputs.number(exposures.get().variance(signal.get())));
  }

  private static Optional<Exposures> exposures(JsonNode node, Map<String, String> keys) {
    Optional<Double> seconds = Inputs.number(node, keys.get("t"));
    Optional<Double> count = Inputs.number(node, keys.get("count"));
    Optional<Double> zero = Inputs.number(node, keys.get("zero"));
    Optional<Double> sky = Inputs.number(node, keys.get("sky"));
    Optional<Double> scale = Inputs.number(node, "pixel");
    Optional<Double> read = Inputs.number(node, "read_noise");
    if (seconds.isEmpty()
        || count.isEmpty()
        || zero.isEmpty()
        || sky.isEmpty()
        || scale.isEmpty()
        || read.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Exposures(
            seconds.get(), count.get(), zero.get(), sky.get(), scale.get(), read.get(), 0));
  }
}
