package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.nightjar.galaxies.population.ExponentialEvolution;
import org.nightjar.galaxies.population.LinearEvolution;

/** Parameters that may be a function of redshift, as their inputs are named. */
final class Evolution {
  private Evolution() {}

  /**
   * A number, {@code NAME_linear_slope_intercept} or {@code NAME_exponential_amplitude_tau}.
   *
   * @param names of the parameter, any of which may be used
   */
  static DoubleUnaryOperator read(Question question, String... names) throws UnknownException {
    for (String name : names) {
      Optional<JsonNode> linear = question.any(name + "_linear_slope_intercept");
      if (linear.isPresent()) {
        double[] two = pair(linear.get());
        return new LinearEvolution(two[0], two[1]);
      }
      Optional<JsonNode> exponential = question.any(name + "_exponential_amplitude_tau");
      if (exponential.isPresent()) {
        double[] two = pair(exponential.get());
        return new ExponentialEvolution(two[0], two[1]);
      }
      Optional<JsonNode> constant = question.any(name);
      if (constant.isPresent()) {
        double value = Json.number(constant.get());
        return z -> value;
      }
    }
    throw new UnknownException("no input " + names[0]);
  }

  private static double[] pair(JsonNode node) throws UnknownException {
    double[] two = Json.numbers(node);
    if (two.length != 2) {
      throw new UnknownException("no pair: " + node);
    }
    return two;
  }
}
