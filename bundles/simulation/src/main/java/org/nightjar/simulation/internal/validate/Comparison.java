package org.nightjar.simulation.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/**
 * Says whether a quantity came out as a reference case wants it. The kinds of comparison are those
 * of the files of reference cases ({@code compare}).
 *
 * @param passed whether it did; true for what is only noted ({@code info})
 * @param worst the largest deviation over what is allowed; 1 is just right. NaN if there is no such
 *     number
 * @param message what was wrong, in words; empty if nothing
 */
public record Comparison(boolean passed, double worst, String message) {

  /**
   * Compares.
   *
   * @param check a check of a case
   * @param got what came out: a number, a boolean or arrays of numbers; samples for {@code cdf}
   */
  public static Comparison of(JsonNode check, JsonNode got) {
    JsonNode expected = check.path("value");
    return switch (check.path("compare").asText()) {
      case "close" -> close(check, expected, got, 0, 0);
      case "close_up_to_constant" -> upToConstant(check, expected, got);
      case "cdf" -> distribution(check, expected, got);
      case "binomial" -> frequencies(check, expected, got);
      case "exact" -> exact(expected, got);
      case "at_least" -> bound(got.asDouble(Double.NaN) >= expected.asDouble(), expected, got);
      case "at_most" -> bound(got.asDouble(Double.NaN) <= expected.asDouble(), expected, got);
      case "info" -> new Comparison(true, Double.NaN, "");
      default -> failed("no such comparison: " + check.path("compare"));
    };
  }

  private static Comparison failed(String message) {
    return new Comparison(false, Double.NaN, message);
  }

  private static Comparison within(double worst, String where) {
    boolean passed = worst <= 1;
    return new Comparison(
        passed, worst, passed ? "" : "%.3g times the tolerance at %s".formatted(worst, where));
  }

  private static Comparison upToConstant(JsonNode check, JsonNode expected, JsonNode got) {
    if (!expected.isArray() || expected.isEmpty() || !got.isArray() || got.isEmpty()) {
      return failed("no arrays of numbers");
    }
    return close(
        check,
        expected,
        got,
        expected.get(0).asDouble(Double.NaN),
        got.get(0).asDouble(Double.NaN));
  }

  private static Comparison close(
      JsonNode check, JsonNode expected, JsonNode got, double fromExpected, double fromGot) {
    if (expected.isArray()) {
      if (!got.isArray() || got.size() != expected.size()) {
        return failed("an array of " + expected.size() + " is wanted, not " + brief(got));
      }
      Comparison worst = new Comparison(true, 0, "");
      for (int i = 0; i < expected.size(); i++) {
        Comparison one = close(check, expected.get(i), got.get(i), fromExpected, fromGot);
        if (Double.isNaN(one.worst)) {
          return one;
        }
        worst = one.worst > worst.worst ? one : worst;
      }
      return worst;
    }
    if (!got.isNumber() || !expected.isNumber()) {
      return failed("a number is wanted, not " + brief(got));
    }
    double wanted = expected.asDouble() - fromExpected;
    double difference = Math.abs(got.asDouble() - fromGot - wanted);
    double allowed =
        check.path("abs").asDouble(0) + check.path("rel").asDouble(0) * Math.abs(wanted);
    if (Double.isNaN(difference)) {
      return failed("NaN instead of " + expected);
    }
    double worst = difference == 0 ? 0 : difference / allowed;
    return within(worst, expected + " (got " + got + ")");
  }

  private static Comparison distribution(JsonNode check, JsonNode quantiles, JsonNode got) {
    if (!got.isArray() || got.isEmpty()) {
      return failed("samples are wanted, not " + brief(got));
    }
    double[] sorted = new double[got.size()];
    Arrays.setAll(sorted, i -> got.get(i).asDouble(Double.NaN));
    Arrays.sort(sorted);
    JsonNode probabilities = check.path("probabilities");
    Comparison worst = new Comparison(true, 0, "");
    for (int i = 0; i < quantiles.size(); i++) {
      double p = probabilities.get(i).asDouble();
      double below = countUpTo(sorted, quantiles.get(i).asDouble()) / (double) sorted.length;
      Comparison one =
          within(
              Math.abs(below - p) / allowed(check, p, sorted.length),
              "quantile %s: %s of the samples below, not %s".formatted(quantiles.get(i), below, p));
      worst = one.worst > worst.worst ? one : worst;
    }
    return worst;
  }

  /** NaN sorts last, so that a sample that is none counts as too large. */
  private static int countUpTo(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Comparison frequencies(JsonNode check, JsonNode expected, JsonNode got) {
    boolean single = !expected.isArray();
    int count = single ? 1 : expected.size();
    if (single ? !got.isNumber() : !got.isArray() || got.size() != count) {
      return failed(count + " frequencies are wanted, not " + brief(got));
    }
    double n = check.path("n_test").asDouble();
    Comparison worst = new Comparison(true, 0, "");
    for (int i = 0; i < count; i++) {
      double p = (single ? expected : expected.get(i)).asDouble();
      double frequency = (single ? got : got.get(i)).asDouble(Double.NaN);
      double difference = Math.abs(frequency - p);
      if (Double.isNaN(difference)) {
        return failed("no frequency instead of " + p);
      }
      Comparison one =
          within(
              difference == 0 ? 0 : difference / allowed(check, p, n),
              "probability " + p + " (got " + frequency + ")");
      worst = one.worst > worst.worst ? one : worst;
    }
    return worst;
  }

  private static double allowed(JsonNode check, double p, double n) {
    return check.path("n_sigma").asDouble() * Math.sqrt(p * (1 - p) / n)
        + check.path("slack").asDouble(0);
  }

  private static Comparison exact(JsonNode expected, JsonNode got) {
    boolean same =
        expected.isNumber() && got.isNumber()
            ? expected.asDouble() == got.asDouble()
            : expected.equals(got);
    return bound(same, expected, got);
  }

  private static Comparison bound(boolean holds, JsonNode expected, JsonNode got) {
    return holds
        ? new Comparison(true, Double.NaN, "")
        : failed("got " + brief(got) + ", wanted " + brief(expected));
  }

  private static String brief(JsonNode node) {
    String text = node.toString();
    return text.length() > 80 ? text.substring(0, 80) + "..." : text;
  }
}
