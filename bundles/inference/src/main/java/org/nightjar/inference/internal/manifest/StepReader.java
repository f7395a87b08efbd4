package org.nightjar.inference.internal.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.preprocess.Clip;
import org.nightjar.inference.internal.preprocess.Constant;
import org.nightjar.inference.internal.preprocess.Fill;
import org.nightjar.inference.internal.preprocess.Normalise;
import org.nightjar.inference.internal.preprocess.Scale;
import org.nightjar.inference.internal.preprocess.Statistic;
import org.nightjar.inference.internal.preprocess.Step;
import org.nightjar.inference.internal.preprocess.Stretch;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;

/** Reads one entry of {@code preprocessing}: a mapping with the step's name as its only key. */
final class StepReader {
  /** What kind of input the steps are for. */
  enum Kind {
    /** Single numbers. */
    NUMBERS,
    /** Images of one size. */
    IMAGE,
    /** Images of any size. */
    OPEN_IMAGE
  }

  private StepReader() {}

  /**
   * Reads a step.
   *
   * @param channels how many channels the input has
   * @param kind what may be done to it
   */
  static Step read(Value value, int channels, Kind kind) throws NightjarException {
    Map<String, Value> entries = Map.copyOf(value.entries());
    if (entries.size() != 1) {
      throw value.wrong(
          "a step is one name with its settings", "Write it like: - fill: {nonfinite: 0}");
    }
    value.section("fill", "clip", "scale", "normalise", "crop", "pad", "multiple", "stretch");
    String name = entries.keySet().iterator().next();
    Value settings = entries.get(name);
    if (kind == Kind.NUMBERS && List.of("normalise", "crop", "pad", "multiple").contains(name)) {
      throw settings.wrong("step '" + name + "' is for images, this input takes numbers", "");
    }
    if (kind == Kind.IMAGE && name.equals("multiple")) {
      throw settings.wrong(
          "step 'multiple' is for images of any size, this input has one",
          "Write words for open extents, such as [N, 1, rows, columns], or use pad.");
    }
    return switch (name) {
      case "fill" ->
          new Fill(
              constant(
                  settings.section("nonfinite").need("nonfinite"), channels, "mean", "median"));
      case "clip" -> clip(settings);
      case "scale" -> scale(settings, channels);
      case "normalise" -> normalise(settings);
      case "crop", "pad", "multiple" -> SizeStepReader.read(name, settings);
      default -> stretch(settings);
    };
  }

  private static Step clip(Value settings) throws NightjarException {
    Section section = settings.section("low", "high");
    double low = section.number("low", Double.NEGATIVE_INFINITY);
    double high = section.number("high", Double.POSITIVE_INFINITY);
    if (low >= high) {
      throw settings.wrong("'low' must be below 'high'", "");
    }
    return new Clip(low, high);
  }

  private static Step scale(Value settings, int channels) throws NightjarException {
    Section section = settings.section("subtract", "divide");
    Optional<Value> subtract = section.find("subtract");
    Optional<Value> divide = section.find("divide");
    return new Scale(
        subtract.isPresent()
            ? constant(subtract.get(), channels, "mean", "median")
            : new Constant.Fixed(List.of(0.0)),
        divide.isPresent() ? divisor(divide.get(), channels) : new Constant.Fixed(List.of(1.0)));
  }

  private static Constant divisor(Value value, int channels) throws NightjarException {
    Constant divisor = constant(value, channels, "std", "mean", "median");
    if (divisor instanceof Constant.Fixed fixed && fixed.values().contains(0.0)) {
      throw value.wrong("division by 0", "");
    }
    return divisor;
  }

  private static Constant constant(Value value, int channels, String... statistics)
      throws NightjarException {
    if (value.isNumber()) {
      return new Constant.Fixed(List.of(value.number()));
    }
    if (value.isList()) {
      List<Double> numbers = new ArrayList<>();
      for (Value number : value.list(channels)) {
        numbers.add(number.number());
      }
      if (numbers.size() != channels) {
        throw value.wrong(
            numbers.size() + " numbers for " + channels + " channels",
            "Give one for all, or one for each channel.");
      }
      return new Constant.Fixed(numbers);
    }
    return new Constant.Measured(Statistic.valueOf(upper(value.word(statistics))));
  }

  private static Step normalise(Value settings) throws NightjarException {
    Section section = settings.section("norm", "axis", "epsilon");
    double epsilon = section.number("epsilon", 0);
    if (epsilon < 0) {
      throw section.need("epsilon").wrong("'epsilon' must not be negative", "");
    }
    return new Normalise(
        Normalise.Norm.valueOf(upper(section.need("norm").word("l2", "max", "none"))),
        Normalise.Axis.valueOf(upper(section.need("axis").word("row", "column", "image"))),
        epsilon);
  }

  private static Step stretch(Value settings) throws NightjarException {
    Section section = settings.section("curve", "softening");
    Value softening = section.need("softening");
    if (softening.number() <= 0) {
      throw softening.wrong("'softening' must be above 0", "");
    }
    return new Stretch(
        Stretch.Curve.valueOf(upper(section.need("curve").word("asinh", "log"))),
        softening.number());
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
