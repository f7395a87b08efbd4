package org.nightjar.simulation.internal.language;

import java.util.Optional;
import java.util.OptionalDouble;
import org.nightjar.simulation.internal.unit.Quantity;
import org.nightjar.simulation.internal.unit.Unit;
import org.nightjar.simulation.internal.unit.Units;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;
import org.nightjar.yaml.Yaml.Form;

/** Numbers with units, such as {@code 10 deg2}. A bare number is in the unit that is expected. */
final class NumberReader {
  private final ProblemList problems;

  NumberReader(ProblemList problems) {
    this.problems = problems;
  }

  /** The unit that stands behind a number; empty if there is none. */
  static String unitOf(Yaml yaml) {
    return quantity(yaml).map(Quantity::unit).orElse("");
  }

  private static Optional<Quantity> quantity(Yaml yaml) {
    if (!(yaml instanceof Yaml.Scalar scalar)) {
      return Optional.empty();
    }
    return scalar.form() == Form.TEXT
        ? Quantity.parse(scalar.text())
        : scalar.number().filter(Double::isFinite).map(number -> new Quantity(number, ""));
  }

  /** A number, converted to a unit. */
  Optional<Double> read(String what, Yaml yaml, String unit) {
    Optional<Quantity> quantity = quantity(yaml);
    if (quantity.isEmpty()) {
      problems.add(
          yaml.line(), "%s must be a number%s, not %s".formatted(what, in(unit), yaml.found()), "");
      return Optional.empty();
    }
    String found = quantity.get().unit();
    if (found.isEmpty()) {
      return Optional.of(quantity.get().value());
    }
    return factor(what, yaml.line(), found, unit).map(f -> quantity.get().value() * f);
  }

  /** What numbers of one unit are multiplied by to be in another; a mismatch is noted. */
  Optional<Double> factor(String what, int line, String from, String to) {
    Optional<Unit> parsed = Units.parse(from);
    if (parsed.isEmpty()) {
      problems.add(
          line,
          "%s has the unknown unit '%s'".formatted(what, from),
          Suggestion.remedy(from, Units.names()));
      return Optional.empty();
    }
    Unit wanted =
        Units.parse(to)
            .orElseThrow(() -> new IllegalArgumentException(what + " declares the unit " + to));
    OptionalDouble factor = parsed.get().to(wanted);
    if (factor.isEmpty()) {
      String expected = to.isEmpty() ? "a number without a unit" : to;
      problems.add(
          line,
          "%s is in %s, which cannot be %s"
              .formatted(what, from.isEmpty() ? "no unit" : "'" + from + "'", expected),
          "Give it in " + (to.isEmpty() ? "no unit" : to) + ".");
      return Optional.empty();
    }
    return Optional.of(factor.getAsDouble());
  }

  private static String in(String unit) {
    return unit.isEmpty() ? "" : " in " + unit;
  }
}
