package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.nightjar.statistics.distribution.Choice;
import org.nightjar.statistics.distribution.IncompleteGamma;
import org.nightjar.statistics.distribution.SteppedDensity;
import org.nightjar.statistics.distribution.TruncatedSchechter;
import org.nightjar.statistics.random.Philox;

/** Distributions and special functions by themselves. */
final class RandomModels {
  private static final int MANY = 100_000;

  private RandomModels() {}

  static List<Model> all() {
    return List.of(new Schechter(), new Gammas(), new Stepped(), new Rows());
  }

  private record Schechter() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.group("random") && question.has("alpha", "x_min", "x_max");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      double scale = question.numberOr(1, "scale");
      TruncatedSchechter schechter =
          new TruncatedSchechter(
              question.number("alpha"), question.number("x_min"), question.number("x_max"));
      return question.quantity().startsWith("normalisation")
          ? Json.of(schechter.normalisation())
          : Draws.of(question, random -> scale * schechter.draw(random)).answer(question);
    }
  }

  private record Gammas() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.group("random", "special", "special functions")
          && question.says("incomplete gamma")
          && question.has("a", "x");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      double[] a = question.numbers("a");
      double[] x = question.numbers("x");
      DoubleBinaryOperator function =
          switch (question.quantity()) {
            case "gammaincc", "Q", "Q(a,x)" -> IncompleteGamma::regularisedUpper;
            case "Gamma", "Gamma(a,x)", "upper_incomplete_gamma" -> IncompleteGamma::upper;
            default -> throw question.unknownQuantity();
          };
      if (a.length != x.length && a.length != 1 && x.length != 1) {
        throw new UnknownException("a and x of different lengths");
      }
      double[] values = new double[Math.max(a.length, x.length)];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            function.applyAsDouble(a[Math.min(i, a.length - 1)], x[Math.min(i, x.length - 1)]);
      }
      return question.check().path("value").isArray() ? Json.of(values) : Json.of(values[0]);
    }
  }

  /** A user's table, interpolated on a grid. */
  private record Stepped() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.group("deeplenstronomy", "random")
          && question.has("file")
          && (question.has("step") || question.has("STEP"));
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      JsonNode file = question.node("file");
      String mode = question.any("mode", "MODE").map(JsonNode::asText).orElse("interpolate");
      if (file.size() != 2 || !file.has("WEIGHT") || !mode.equals("interpolate")) {
        throw new UnknownException("no table of one parameter to interpolate");
      }
      Iterator<String> names = file.fieldNames();
      String first = names.next();
      String name = first.equals("WEIGHT") ? names.next() : first;
      SteppedDensity stepped =
          new SteppedDensity(
              Json.numbers(file.get(name)),
              Json.numbers(file.get("WEIGHT")),
              (int) question.number("step", "STEP"));
      if (question.quantity().equals("grid")) {
        return Json.of(stepped.grid());
      }
      double[] values = new double[question.samples(MANY)];
      stepped.fill(Question.random("stepped"), 0, values);
      return question.quantity().startsWith("frequency")
          ? frequencies(stepped.grid(), values)
          : new Draws(values).answer(question);
    }

    private static JsonNode frequencies(double[] grid, double[] values) {
      double[] frequencies = new double[grid.length];
      for (double value : values) {
        for (int i = 0; i < grid.length; i++) {
          frequencies[i] += value == grid[i] ? 1.0 / values.length : 0;
        }
      }
      return Json.of(frequencies);
    }
  }

  /** The rows of a user's table, drawn as they are. */
  private record Rows() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.group("deeplenstronomy", "random")
          && question.has("file")
          && question.any("mode", "MODE").map(JsonNode::asText).orElse("").equals("sample");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      question.any("step", "STEP");
      double[] weights = Json.numbers(question.node("file").path("WEIGHT"));
      if (!question.quantity().startsWith("frequency")) {
        throw question.unknownQuantity();
      }
      Choice choice = new Choice(weights);
      Philox random = Question.random("rows");
      int n = question.samples(MANY);
      double[] frequencies = new double[weights.length];
      for (int i = 0; i < n; i++) {
        frequencies[choice.draw(random.at(i))] += 1.0 / n;
      }
      return Json.of(frequencies);
    }
  }
}
