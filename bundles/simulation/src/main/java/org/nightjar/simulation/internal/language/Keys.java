package org.nightjar.simulation.internal.language;

import java.util.List;
import java.util.Optional;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;
import org.nightjar.yaml.Yaml.Form;

/** Looks into sections of a description and notes what does not belong there. */
final class Keys {
  private final ProblemList problems;

  Keys(ProblemList problems) {
    this.problems = problems;
  }

  /** A section with these keys and no others; nothing if it is no section, which is noted. */
  Optional<Yaml.Fields> section(String what, Yaml yaml, List<String> keys) {
    Optional<Yaml.Fields> fields = section(what, yaml);
    fields.ifPresent(
        all ->
            all.fields().stream()
                .filter(field -> !keys.contains(field.key()))
                .forEach(
                    field ->
                        problems.add(
                            field.line(),
                            "unknown key '%s' in %s".formatted(field.key(), what),
                            Suggestion.remedy(field.key(), keys))));
    return fields;
  }

  /** A section with any keys. */
  Optional<Yaml.Fields> section(String what, Yaml yaml) {
    if (yaml instanceof Yaml.Fields fields) {
      return Optional.of(fields);
    }
    problems.add(
        yaml.line(), what + " must be a section, but is " + yaml.found(), "Write KEY: VALUE.");
    return Optional.empty();
  }

  /** A finite number. */
  Optional<Double> number(String what, Yaml yaml) {
    Optional<Double> number =
        yaml instanceof Yaml.Scalar scalar
            ? scalar.number().filter(Double::isFinite)
            : Optional.empty();
    if (number.isEmpty()) {
      problems.add(yaml.line(), "%s must be a number, not %s".formatted(what, yaml.found()), "");
    }
    return number;
  }

  /** A whole number that a long holds exactly. */
  Optional<Long> whole(String what, Yaml yaml) {
    if (yaml instanceof Yaml.Scalar scalar && scalar.form() != Form.TEXT) {
      try {
        return Optional.of(Long.valueOf(scalar.text().replace("+", "")));
      } catch (NumberFormatException e) {
        Optional<Double> number =
            scalar.number().filter(d -> d == Math.rint(d) && Math.abs(d) <= 0x1p53);
        if (number.isPresent()) {
          return number.map(Double::longValue);
        }
      }
    }
    problems.add(
        yaml.line(), "%s must be a whole number, not %s".formatted(what, yaml.found()), "");
    return Optional.empty();
  }

  /** Text, as it stands. */
  Optional<String> text(String what, Yaml yaml) {
    if (yaml instanceof Yaml.Scalar scalar && scalar.form() != Form.NOTHING) {
      return Optional.of(scalar.text());
    }
    problems.add(yaml.line(), "%s must be text, not %s".formatted(what, yaml.found()), "");
    return Optional.empty();
  }

  /** One of several words. */
  Optional<String> word(String what, Yaml yaml, List<String> words) {
    Optional<String> text = text(what, yaml);
    if (text.isPresent() && !words.contains(text.get())) {
      problems.add(
          yaml.line(),
          "%s cannot be '%s'".formatted(what, text.get()),
          Suggestion.remedy(text.get(), words));
      return Optional.empty();
    }
    return text;
  }

  /** A list. */
  Optional<List<Yaml>> list(String what, Yaml yaml) {
    if (yaml instanceof Yaml.Items items) {
      return Optional.of(items.items());
    }
    problems.add(yaml.line(), "%s must be a list, not %s".formatted(what, yaml.found()), "");
    return Optional.empty();
  }
}
