package org.nightjar.simulation.internal.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nightjar.api.simulation.RedshiftFunction;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;

/** Functions of redshift: {@code {linear: {intercept: -20.4 mag, slope: -0.94 mag}}}. */
final class FunctionReader {
  static final Map<String, List<String>> FORMS =
      new TreeMap<>(
          Map.of(
              "constant", List.of("value"),
              "linear", List.of("intercept", "slope"),
              "exponential", List.of("amplitude", "scale"),
              "power", List.of("amplitude", "power"),
              "table", List.of("redshifts", "values")));

  private final ProblemList problems;
  private final Keys keys;
  private final NumberReader numbers;

  FunctionReader(ProblemList problems) {
    this.problems = problems;
    this.keys = new Keys(problems);
    this.numbers = new NumberReader(problems);
  }

  Optional<RedshiftFunction> read(String what, Yaml yaml, String unit) {
    if (!(yaml instanceof Yaml.Fields fields)) {
      return numbers.read(what, yaml, unit).map(RedshiftFunction.Constant::new);
    }
    if (fields.fields().size() != 1 || !FORMS.containsKey(fields.fields().get(0).key())) {
      String key = fields.fields().isEmpty() ? "" : fields.fields().get(0).key();
      problems.add(
          fields.line(),
          what + " is no function of redshift",
          Suggestion.remedy(key, FORMS.keySet()));
      return Optional.empty();
    }
    String form = fields.fields().get(0).key();
    List<String> names = FORMS.get(form);
    Optional<Yaml.Fields> section = keys.section(what, fields.fields().get(0).value(), names);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    for (String name : names) {
      if (section.get().value(name).isEmpty()) {
        problems.add(fields.line(), what + " lacks '" + name + "'", "");
        return Optional.empty();
      }
    }
    try {
      return form.equals("table")
          ? table(what, section.get(), unit)
          : curve(what, form, section.get(), unit);
    } catch (IllegalArgumentException e) {
      problems.add(fields.line(), what + ": " + e.getMessage(), "");
      return Optional.empty();
    }
  }

  private Optional<RedshiftFunction> curve(
      String what, String form, Yaml.Fields section, String unit) {
    List<String> names = FORMS.get(form);
    Optional<Double> first = numbers.read(what, section.value(names.get(0)).orElseThrow(), unit);
    if (form.equals("constant")) {
      return first.map(RedshiftFunction.Constant::new);
    }
    String second = form.equals("linear") ? unit : "";
    Optional<Double> other = numbers.read(what, section.value(names.get(1)).orElseThrow(), second);
    if (first.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    double a = first.get();
    double b = other.get();
    return Optional.of(
        switch (form) {
          case "linear" -> new RedshiftFunction.Linear(a, b);
          case "exponential" -> new RedshiftFunction.Exponential(a, b);
          default -> new RedshiftFunction.Power(a, b);
        });
  }

  private Optional<RedshiftFunction> table(String what, Yaml.Fields section, String unit) {
    List<Double> redshifts = all(what, section.value("redshifts").orElseThrow(), "");
    List<Double> values = all(what, section.value("values").orElseThrow(), unit);
    return redshifts.isEmpty() || values.isEmpty()
        ? Optional.empty()
        : Optional.of(new RedshiftFunction.Table(redshifts, values));
  }

  private List<Double> all(String what, Yaml yaml, String unit) {
    List<Double> values = new ArrayList<>();
    int before = problems.size();
    keys.list(what, yaml)
        .ifPresent(list -> list.forEach(v -> numbers.read(what, v, unit).ifPresent(values::add)));
    if (values.isEmpty() && problems.size() == before) {
      problems.add(yaml.line(), what + " has an empty table", "");
    }
    return problems.size() > before ? List.of() : values;
  }
}
