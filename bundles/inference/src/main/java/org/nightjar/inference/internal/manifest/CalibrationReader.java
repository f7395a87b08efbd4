package org.nightjar.inference.internal.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.preprocess.InputSpec;
import org.nightjar.inference.internal.trust.Calibrated;
import org.nightjar.inference.internal.trust.Calibration;
import org.nightjar.inference.internal.trust.Curve;
import org.nightjar.inference.internal.trust.Isotonic;
import org.nightjar.inference.internal.trust.Platt;
import org.nightjar.inference.internal.trust.Temperature;
import org.nightjar.inference.internal.trust.Vectors;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;

/** Reads {@code calibration} of a derived output. */
final class CalibrationReader {
  private static final int MOST_CLASSES = 4096;
  private static final int MOST_KNOTS = 4096;

  private CalibrationReader() {}

  static Calibrated read(Value value, Known of) throws NightjarException {
    Section all = value.section("method", "temperature", "a", "b", "x", "y", "axis");
    String method =
        all.need("method").word("temperature", "softmax", "sigmoid", "platt", "isotonic");
    boolean probability = of.kind().equals("probability");
    Calibration calibration =
        switch (method) {
          case "platt" -> platt(value.section("method", "a", "b", "axis"), probability);
          case "isotonic" -> isotonic(value.section("method", "x", "y", "axis"));
          default -> temperature(value.section("method", "temperature", "axis"), probability);
        };
    return new Calibrated(calibration, vectors(value, all.find("axis"), of));
  }

  private static Calibration temperature(Section section, boolean probability)
      throws NightjarException {
    Temperature.Link link =
        switch (section.need("method").text()) {
          case "softmax" -> Temperature.Link.SOFTMAX;
          case "sigmoid" -> Temperature.Link.SIGMOID;
          default -> Temperature.Link.BY_NUMBER;
        };
    if (link == Temperature.Link.BY_NUMBER) {
      section.need("temperature");
    }
    double temperature = section.number("temperature", 1);
    try {
      return new Temperature(temperature, link, probability);
    } catch (IllegalArgumentException e) {
      throw section.need("temperature").wrong(e.getMessage(), "1 leaves logits as they are.");
    }
  }

  private static Calibration platt(Section section, boolean probability) throws NightjarException {
    List<Double> a = numbers(section.need("a"), MOST_CLASSES);
    List<Double> b = numbers(section.need("b"), MOST_CLASSES);
    try {
      return new Platt(a, b, probability);
    } catch (IllegalArgumentException e) {
      throw section
          .need("a")
          .wrong(
              e.getMessage(),
              "The probability is sigmoid(a z + b); turn both signs if yours is 1 / (1 + exp(a z +"
                  + " b)).");
    }
  }

  private static Calibration isotonic(Section section) throws NightjarException {
    List<List<Double>> x = lists(section.need("x"));
    List<List<Double>> y = lists(section.need("y"));
    if (x.size() != y.size()) {
      throw section.need("y").wrong(y.size() + " lists of y for " + x.size() + " of x", "");
    }
    List<Curve> curves = new ArrayList<>();
    for (int k = 0; k < x.size(); k++) {
      try {
        curves.add(new Curve(x.get(k), y.get(k)));
      } catch (IllegalArgumentException e) {
        throw section
            .need("x")
            .wrong(
                e.getMessage(),
                "Give x strictly increasing and y never decreasing between 0 and 1.");
      }
    }
    return new Isotonic(curves);
  }

  // One curve for all classes, or a list with one for each.
  private static List<List<Double>> lists(Value value) throws NightjarException {
    List<Value> entries = value.list(MOST_KNOTS);
    if (entries.isEmpty() || !entries.get(0).isList()) {
      return List.of(numbers(value, MOST_KNOTS));
    }
    List<List<Double>> lists = new ArrayList<>();
    for (Value entry : entries) {
      lists.add(numbers(entry, MOST_KNOTS));
    }
    return lists;
  }

  /** A number, or a list of numbers. */
  static List<Double> numbers(Value value, int most) throws NightjarException {
    if (value.isNumber()) {
      return List.of(value.number());
    }
    List<Double> numbers = new ArrayList<>();
    for (Value number : value.list(most)) {
      numbers.add(number.number());
    }
    return numbers;
  }

  private static Vectors vectors(Value value, Optional<Value> axis, Known of)
      throws NightjarException {
    if (axis.isPresent()) {
      return switch (axis.get().word("none", "first", "last")) {
        case "first" -> Vectors.FIRST;
        case "last" -> Vectors.LAST;
        default -> Vectors.NONE;
      };
    }
    Optional<Vectors> told = of.vectors().or(() -> of.shape().flatMap(CalibrationReader::told));
    if (told.isEmpty()) {
      throw value.wrong(
          "it is not clear where the classes of the map lie"
              + of.shape().map(shape -> " in its shape " + shape).orElse(""),
          "Add axis: first or last, or none if each pixel is one number.");
    }
    return told.get();
  }

  // The class axis is the one that is not open, or the one that is 1.
  private static Optional<Vectors> told(List<Integer> shape) {
    if (shape.size() == 2) {
      return Optional.of(Vectors.NONE);
    }
    if (shape.size() != 3) {
      return Optional.empty();
    }
    boolean first = isClassAxis(shape.get(0), shape.get(2));
    boolean last = isClassAxis(shape.get(2), shape.get(0));
    if (first == last) {
      return Optional.empty();
    }
    return Optional.of(first ? Vectors.FIRST : Vectors.LAST);
  }

  private static boolean isClassAxis(int extent, int other) {
    return extent != InputSpec.OPEN && (other == InputSpec.OPEN || extent == 1);
  }
}
