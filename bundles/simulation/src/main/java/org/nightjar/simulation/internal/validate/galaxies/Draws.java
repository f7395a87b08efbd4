package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import org.nightjar.statistics.distribution.Distribution;

/** Samples, and what cases ask of samples. */
record Draws(double[] values) {
  private static final int MANY = 200_000;

  static Draws of(Question question, Distribution distribution) {
    double[] values = new double[question.samples(MANY)];
    distribution.fill(Question.random(question.reference().group()), 0, values);
    return new Draws(values);
  }

  /** The samples for a comparison of distributions, or their mean, deviation, median, quantiles. */
  JsonNode answer(Question question) throws UnknownException {
    String quantity = question.quantity().toLowerCase(Locale.ROOT);
    Draws draws = quantity.contains("log10") ? logarithms() : this;
    if (question.compares("cdf")) {
      return Json.of(draws.values);
    }
    if (quantity.contains("quantiles") && question.check().has("probabilities")) {
      double[] sorted = draws.values.clone();
      Arrays.sort(sorted);
      return Json.each(
          question.check().get("probabilities"), p -> sorted[(int) (p * (sorted.length - 1))]);
    }
    return Json.of(draws.moment(quantity, question));
  }

  private double moment(String quantity, Question question) throws UnknownException {
    if (quantity.contains("mean")) {
      return mean();
    }
    if (quantity.contains("std") || quantity.contains("deviation")) {
      return Math.sqrt(variance());
    }
    if (quantity.contains("variance")) {
      return variance();
    }
    if (quantity.contains("median")) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
    if (quantity.startsWith("max") || quantity.endsWith("_max")) {
      return Arrays.stream(values).max().orElse(Double.NaN);
    }
    if (quantity.startsWith("min") || quantity.endsWith("_min")) {
      return Arrays.stream(values).min().orElse(Double.NaN);
    }
    throw question.unknownQuantity();
  }

  double mean() {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  double variance() {
    double mean = mean();
    return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElse(Double.NaN);
  }

  private Draws logarithms() {
    return new Draws(Arrays.stream(values).map(Math::log10).toArray());
  }
}
