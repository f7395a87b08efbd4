package org.nightjar.simulation.internal.validate.lensing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.lensing.mass.Derivatives;
import org.nightjar.lensing.mass.MassProfile;
import org.nightjar.lensing.plane.PlaneStack;
import org.nightjar.lensing.plane.Ray;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.CosmologyReader;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Rays through several planes, and how far off they would be with all mass on one. */
final class PlaneCases implements CaseEvaluator {
  private final CosmologyReader cosmologies;

  PlaneCases(CosmologyReader cosmologies) {
    this.cosmologies = cosmologies;
  }

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check)
      throws NightjarException {
    JsonNode inputs = reference.inputs();
    ReferenceCase other = reference.others().get(inputs.path("as").asText());
    if (other != null && Inputs.only(inputs, "as")) {
      inputs = other.inputs();
    }
    Optional<double[]> x = Inputs.numbers(inputs.path("x"));
    Optional<double[]> y = Inputs.numbers(inputs.path("y"));
    Optional<String> redshifts = Lenses.redshiftKey(inputs);
    if (redshifts.isEmpty()
        || x.isEmpty()
        || y.isEmpty()
        || x.get().length != y.get().length
        || !Inputs.only(
            inputs, "models", "parameters", "x", "y", "z_source", "cosmology", redshifts.get())) {
      return Optional.empty();
    }
    Optional<PlaneStack> stack = Lenses.stack(inputs, cosmologies);
    Optional<List<MassProfile>> mass =
        Lenses.profiles(inputs.path("models"), inputs.path("parameters"));
    if (stack.isEmpty() || mass.isEmpty()) {
      return Optional.empty();
    }
    return value(check.path("quantity").asText(), stack.get(), mass.get(), x.get(), y.get());
  }

  private static Optional<JsonNode> value(
      String quantity, PlaneStack stack, List<MassProfile> mass, double[] x, double[] y) {
    int count = x.length;
    return Optional.ofNullable(
        switch (quantity) {
          case "beta_x" -> Inputs.array(count, i -> ray(stack, x[i], y[i]).x());
          case "beta_y" -> Inputs.array(count, i -> ray(stack, x[i], y[i]).y());
          case "alpha_x" -> Inputs.array(count, i -> x[i] - ray(stack, x[i], y[i]).x());
          case "alpha_y" -> Inputs.array(count, i -> y[i] - ray(stack, x[i], y[i]).y());
          case "magnification" -> Inputs.array(count, i -> ray(stack, x[i], y[i]).magnification());
          case "kappa" -> Inputs.array(count, i -> 1 - 0.5 * ray(stack, x[i], y[i]).trace());
          case "max_abs_difference_beta_x_to_single_plane_arcsec" ->
              Inputs.number(difference(stack, mass, x, y));
          case "beta_x_single_plane" ->
              Inputs.array(count, i -> x[i] - single(mass, x[i], y[i]).x());
          case "beta_y_single_plane" ->
              Inputs.array(count, i -> y[i] - single(mass, x[i], y[i]).y());
          default -> null;
        });
  }

  private static double difference(
      PlaneStack stack, List<MassProfile> mass, double[] x, double[] y) {
    double most = 0;
    for (int i = 0; i < x.length; i++) {
      double one = x[i] - single(mass, x[i], y[i]).x();
      most = Math.max(most, Math.abs(ray(stack, x[i], y[i]).x() - one));
    }
    return most;
  }

  private static Derivatives single(List<MassProfile> mass, double x, double y) {
    Derivatives sum = new Derivatives();
    mass.forEach(m -> m.deflect(x, y, sum));
    return sum;
  }

  private static Ray ray(PlaneStack stack, double x, double y) {
    Ray ray = new Ray();
    stack.trace(x, y, ray);
    return ray;
  }
}
