package org.nightjar.simulation.internal.validate.lensing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.lensing.image.LensEquation;
import org.nightjar.lensing.image.PointImage;
import org.nightjar.lensing.plane.PlaneStack;
import org.nightjar.rendering.light.Magnitude;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.CosmologyReader;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Images of a point: places, magnifications, delays, and fluxes of what shines there. */
final class ImagePositionCases implements CaseEvaluator {
  private final CosmologyReader cosmologies;

  ImagePositionCases(CosmologyReader cosmologies) {
    this.cosmologies = cosmologies;
  }

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check)
      throws NightjarException {
    JsonNode inputs = reference.inputs();
    ReferenceCase other = reference.others().get(inputs.path("as").asText());
    String quantity = check.path("quantity").asText();
    if (other != null && Inputs.only(inputs, "as", "unlensed_magnitude", "zero_point")) {
      Optional<Double> magnitude = Inputs.number(inputs, "unlensed_magnitude");
      Optional<Double> zero = Inputs.number(inputs, "zero_point");
      if (magnitude.isEmpty() || zero.isEmpty()) {
        return Optional.empty();
      }
      double flux = new Magnitude(zero.get()).rate(magnitude.get());
      return images(other.inputs()).flatMap(images -> flux(quantity, images, flux));
    }
    return images(inputs).flatMap(images -> value(quantity, images));
  }

  private Optional<List<PointImage>> images(JsonNode inputs) throws NightjarException {
    Optional<String> redshifts = Lenses.redshiftKey(inputs);
    Optional<double[]> source = Inputs.numbers(inputs.path("source"));
    if (redshifts.isEmpty()
        || source.isEmpty()
        || source.get().length != 2
        || !Inputs.only(
            inputs, "models", "parameters", "source", "z_source", "cosmology", redshifts.get())) {
      return Optional.empty();
    }
    Optional<PlaneStack> stack = Lenses.stack(inputs, cosmologies);
    return stack.map(s -> new LensEquation(s).solve(source.get()[0], source.get()[1]).bright());
  }

  private static Optional<JsonNode> value(String quantity, List<PointImage> images) {
    int count = images.size();
    return Optional.ofNullable(
        switch (quantity) {
          case "n_images" -> IntNode.valueOf(count);
          case "x" -> Inputs.array(count, i -> images.get(i).x());
          case "y" -> Inputs.array(count, i -> images.get(i).y());
          case "magnification" -> Inputs.array(count, i -> images.get(i).magnification());
          case "time_delay_days_relative_to_first" ->
              Inputs.array(count, i -> images.get(i).delay());
          default -> null;
        });
  }

  private static Optional<JsonNode> flux(String quantity, List<PointImage> images, double flux) {
    return Optional.ofNullable(
        switch (quantity) {
          case "fluxes_by_arrival_time" ->
              Inputs.array(images.size(), i -> images.get(i).flux(flux));
          case "total" -> Inputs.number(images.stream().mapToDouble(i -> i.flux(flux)).sum());
          default -> null;
        });
  }
}
