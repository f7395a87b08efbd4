package org.nightjar.simulation.internal.validate.lensing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.nightjar.lensing.mass.Derivatives;
import org.nightjar.lensing.mass.MassProfile;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Deflections and their derivatives of profiles on one plane, at some points. */
final class ProfileCases implements CaseEvaluator {
  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check) {
    JsonNode inputs = reference.inputs();
    Optional<double[]> x = Inputs.numbers(inputs.path("x"));
    Optional<double[]> y = Inputs.numbers(inputs.path("y"));
    Optional<List<MassProfile>> mass =
        Lenses.profiles(inputs.path("models"), inputs.path("parameters"));
    if (!Inputs.only(inputs, "models", "parameters", "x", "y")
        || x.isEmpty()
        || y.isEmpty()
        || mass.isEmpty()
        || x.get().length != y.get().length) {
      return Optional.empty();
    }
    return value(check.path("quantity").asText())
        .map(
            value ->
                Inputs.array(x.get().length, i -> value.at(mass.get(), x.get()[i], y.get()[i])));
  }

  private interface Value {
    double at(List<MassProfile> mass, double x, double y);
  }

  private static Optional<Value> value(String quantity) {
    Value value =
        switch (quantity) {
          case "potential" ->
              (Value) (mass, x, y) -> mass.stream().mapToDouble(m -> m.potential(x, y)).sum();
          case "alpha_x" -> (mass, x, y) -> derivatives(mass, x, y).x();
          case "alpha_y" -> (mass, x, y) -> derivatives(mass, x, y).y();
          case "beta_x" -> (mass, x, y) -> x - derivatives(mass, x, y).x();
          case "beta_y" -> (mass, x, y) -> y - derivatives(mass, x, y).y();
          case "kappa" -> (mass, x, y) -> derivatives(mass, x, y).convergence();
          case "gamma1" -> (mass, x, y) -> derivatives(mass, x, y).shear1();
          case "gamma2" -> (mass, x, y) -> derivatives(mass, x, y).xy();
          case "magnification" -> (mass, x, y) -> derivatives(mass, x, y).magnification();
          default -> null;
        };
    return Optional.ofNullable(value);
  }

  private static Derivatives derivatives(List<MassProfile> mass, double x, double y) {
    Derivatives sum = new Derivatives();
    mass.forEach(m -> m.differentiate(x, y, sum));
    return sum;
  }
}
