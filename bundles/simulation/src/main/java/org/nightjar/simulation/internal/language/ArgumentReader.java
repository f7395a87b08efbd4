package org.nightjar.simulation.internal.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nightjar.api.reader.CellType;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.ParameterInfo.Type;
import org.nightjar.api.simulation.RedshiftFunction;
import org.nightjar.simulation.internal.plan.Column;
import org.nightjar.simulation.internal.plan.Given;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;

/** Reads the argument for one parameter: type, unit, range. */
final class ArgumentReader {
  private static final int MOST_ELEMENTS = 100_000;

  private final ProblemList problems;
  private final Keys keys;
  private final NumberReader numbers;
  private final Variables variables;
  private final ColumnFinder columns;

  ArgumentReader(Variables variables, ColumnFinder columns, ProblemList problems) {
    this.problems = problems;
    this.keys = new Keys(problems);
    this.numbers = new NumberReader(problems);
    this.variables = variables;
    this.columns = columns;
  }

  /**
   * The value, as {@link Given} wants it.
   *
   * @param what the argument's name in messages
   * @param unit the parameter's, or the one that was chosen for it
   */
  Optional<Object> read(String what, ParameterInfo parameter, String unit, Yaml yaml) {
    if (parameter.type() == Type.COLUMNS) {
      return columns(what, unit, yaml);
    }
    Optional<String> reference = Variables.reference(yaml);
    if (parameter.type() == Type.COLUMN
        && reference.isPresent()
        && (columns.isColumn(reference.get()) || !variables.has(reference.get()))) {
      return column(what, unit, yaml.line(), reference.get()).map(Function.identity());
    }
    return variables.resolve(yaml).flatMap(value -> value(what, parameter, unit, value));
  }

  private Optional<Object> value(String what, ParameterInfo parameter, String unit, Yaml yaml) {
    return switch (parameter.type()) {
      case NUMBER, COLUMN -> number(what, parameter, unit, yaml).map(Function.identity());
      case WHOLE ->
          keys.whole(what, yaml)
              .filter(value -> inRange(what, parameter, yaml.line(), value))
              .map(Function.identity());
      case NUMBERS -> numbers(what, parameter, unit, yaml);
      case TEXT -> keys.text(what, yaml).map(Function.identity());
      case WORD -> keys.word(what, yaml, parameter.words()).map(Function.identity());
      case TEXTS -> texts(what, parameter, yaml);
      case FLAG -> flag(what, yaml);
      case FUNCTION -> function(what, parameter, unit, yaml);
      case COLUMNS -> throw new IllegalStateException("read before");
    };
  }

  private Optional<Double> number(String what, ParameterInfo parameter, String unit, Yaml yaml) {
    return numbers
        .read(what, yaml, unit.equals(ParameterInfo.OWN_UNIT) ? "" : unit)
        .filter(value -> inRange(what, parameter, yaml.line(), value));
  }

  private boolean inRange(String what, ParameterInfo parameter, int line, double value) {
    boolean holds = parameter.range().holds(value);
    if (!holds) {
      String unit = parameter.unit().matches("[*?]") ? "" : parameter.unit();
      problems.add(
          line,
          "%s is %s".formatted(what, (value + " " + unit).strip()),
          "It must be " + (parameter.range().words() + " " + unit).strip() + ".");
    }
    return holds;
  }

  private Optional<Object> numbers(String what, ParameterInfo parameter, String unit, Yaml yaml) {
    return elements(what, yaml, element -> number(what, parameter, unit, element));
  }

  private Optional<Object> texts(String what, ParameterInfo parameter, Yaml yaml) {
    return elements(
        what,
        yaml,
        element ->
            parameter.words().isEmpty()
                ? keys.text(what, element)
                : keys.word(what, element, parameter.words()));
  }

  private <T> Optional<Object> elements(
      String what, Yaml yaml, Function<Yaml, Optional<T>> reader) {
    Optional<List<Yaml>> list = keys.list(what, yaml);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    if (list.get().isEmpty() || list.get().size() > MOST_ELEMENTS) {
      problems.add(
          yaml.line(),
          "%s has %d values".formatted(what, list.get().size()),
          "Give 1 to " + MOST_ELEMENTS + ".");
      return Optional.empty();
    }
    List<T> values = new ArrayList<>();
    list.get().forEach(element -> reader.apply(element).ifPresent(values::add));
    return values.size() == list.get().size() ? Optional.of(values) : Optional.empty();
  }

  private Optional<Object> flag(String what, Yaml yaml) {
    if (yaml instanceof Yaml.Scalar scalar && scalar.form() == Yaml.Form.FLAG) {
      return Optional.of(Boolean.valueOf(scalar.text()));
    }
    problems.add(yaml.line(), "%s must be true or false, not %s".formatted(what, yaml.found()), "");
    return Optional.empty();
  }

  private Optional<Object> function(String what, ParameterInfo parameter, String unit, Yaml yaml) {
    Optional<RedshiftFunction> function = new FunctionReader(problems).read(what, yaml, unit);
    if (function.isEmpty()) {
      return Optional.empty();
    }
    List<Double> values =
        function.get() instanceof RedshiftFunction.Table table
            ? table.values()
            : List.of(function.get().at(0));
    for (double value : values) {
      if (!inRange(what, parameter, yaml.line(), value)) {
        return Optional.empty();
      }
    }
    return Optional.of(function.get());
  }

  private Optional<Object> columns(String what, String unit, Yaml yaml) {
    return elements(
            what,
            yaml,
            element -> {
              Optional<String> reference = Variables.reference(element);
              if (reference.isEmpty()) {
                problems.add(
                    element.line(),
                    "%s must be a list of columns, not of %s".formatted(what, element.found()),
                    "Write $COLUMN.");
                return Optional.<Given.Use>empty();
              }
              return column(what, unit, element.line(), reference.get());
            })
        .map(list -> new Given.Uses(((List<?>) list).stream().map(Given.Use.class::cast).toList()));
  }

  private Optional<Given.Use> column(String what, String unit, int line, String reference) {
    Optional<Column> column = columns.find(reference, line);
    if (column.isEmpty()) {
      return Optional.empty();
    }
    String from = column.get().info().unit();
    if (unit.equals(ParameterInfo.OWN_UNIT)) {
      return Optional.of(new Given.Use(column.get(), 1));
    }
    return numbers
        .factor(what + " ($" + reference + ")", line, from, unit)
        .map(factor -> new Given.Use(column.get(), wholeFactor(column.get(), factor)));
  }

  /** Whole numbers are handed on as they are; they have no unit. */
  private static double wholeFactor(Column column, double factor) {
    return column.info().type() == CellType.WHOLE ? 1 : factor;
  }

  /** Notes that a parameter does not exist. */
  void unknown(String component, Yaml.Field field, List<String> known) {
    problems.add(
        field.line(),
        "%s has no parameter '%s'".formatted(component, field.key()),
        Suggestion.remedy(field.key(), known));
  }
}
