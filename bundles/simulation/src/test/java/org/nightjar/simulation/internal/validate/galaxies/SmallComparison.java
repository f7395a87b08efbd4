package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** Compares as the reference file says, by how many tolerances the worst value is off. */
final class SmallComparison {
  private SmallComparison() {}

  static double worst(JsonNode check, JsonNode got) throws UnknownException {
    JsonNode value = check.path("value");
    return switch (check.path("compare").asText()) {
      case "exact" -> value.equals(got) ? 0 : Double.POSITIVE_INFINITY;
      case "info" -> 0;
      case "close" -> close(check, Json.numbers(value), Json.numbers(got));
      case "binomial" ->
          binomial(check, Json.numbers(value), Json.numbers(got), check.path("n_test").asDouble());
      case "cdf" -> cdf(check, Json.numbers(value), Json.numbers(got));
      default -> Double.POSITIVE_INFINITY;
    };
  }

  private static double close(JsonNode check, double[] value, double[] got) {
    double worst = value.length == got.length ? 0 : Double.POSITIVE_INFINITY;
    for (int i = 0; i < value.length && worst < 1e300; i++) {
      double allowed =
          check.path("abs").asDouble() + check.path("rel").asDouble() * Math.abs(value[i]);
      worst = Math.max(worst, Math.abs(got[i] - value[i]) / allowed);
    }
    return worst;
  }

  private static double binomial(JsonNode check, double[] p, double[] got, double n) {
    double worst = p.length == got.length ? 0 : Double.POSITIVE_INFINITY;
    for (int i = 0; i < p.length && worst < 1e300; i++) {
      double allowed =
          check.path("n_sigma").asDouble() * Math.sqrt(p[i] * (1 - p[i]) / n)
              + check.path("slack").asDouble();
      worst = Math.max(worst, Math.abs(got[i] - p[i]) / allowed);
    }
    return worst;
  }

  private static double cdf(JsonNode check, double[] quantiles, double[] samples)
      throws UnknownException {
    double[] shares = new double[quantiles.length];
    Arrays.setAll(
        shares,
        i ->
            Arrays.stream(samples).filter(x -> x <= quantiles[i]).count()
                / (double) samples.length);
    return binomial(check, Json.numbers(check.path("probabilities")), shares, samples.length);
  }
}
