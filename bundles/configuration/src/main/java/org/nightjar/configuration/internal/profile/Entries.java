package org.nightjar.configuration.internal.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;
import org.nightjar.yaml.Yaml.Form;

/** The keys of one section of a profile; whatever is wrong with a value is noted with its line. */
final class Entries {
  private final String path;
  private final Yaml.Fields fields;
  private final ProblemList problems;

  Entries(String path, Yaml.Fields fields, ProblemList problems) {
    this.path = path;
    this.fields = fields;
    this.problems = problems;
  }

  List<Yaml.Field> fields() {
    return fields.fields();
  }

  boolean has(String key) {
    return fields.value(key).isPresent();
  }

  int line() {
    return fields.line();
  }

  /** Line of a key; of the section if it is not there. */
  int line(String key) {
    return fields().stream()
        .filter(field -> field.key().equals(key))
        .findFirst()
        .map(Yaml.Field::line)
        .orElse(line());
  }

  /** How messages call a key. */
  String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  void note(int line, String message, String remedy) {
    problems.add(line, message, remedy);
  }

  /** Notes keys that are not among these. */
  void known(String complaint, Collection<String> names, String more) {
    for (Yaml.Field field : fields()) {
      if (!names.contains(field.key())) {
        note(
            field.line(),
            complaint + " '" + field.key() + "'",
            Suggestion.remedy(field.key(), names) + more);
      }
    }
  }

  /** The section of a key: empty if it is not there, or holds nothing. */
  Entries section(String key) {
    Yaml yaml = fields.value(key).orElse(new Yaml.Fields(fields.line(), List.of()));
    if (yaml instanceof Yaml.Fields section) {
      return new Entries(name(key), section, problems);
    }
    if (!nothing(yaml)) {
      note(yaml.line(), name(key) + " is " + yaml.found(), "Allowed: keys with values.");
    }
    return new Entries(name(key), new Yaml.Fields(yaml.line(), List.of()), problems);
  }

  /** A number within bounds, if the key is there. */
  OptionalDouble number(String key, double least, double most) {
    Yaml yaml = fields.value(key).orElse(null);
    if (yaml == null) {
      return OptionalDouble.empty();
    }
    if (yaml.plain() instanceof Number number
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return OptionalDouble.of(number.doubleValue());
    }
    note(
        yaml.line(),
        name(key) + " is " + yaml.found(),
        Double.isInfinite(most)
            ? "Allowed: a number."
            : "Allowed: a number from %.0f to %.0f.".formatted(least, most));
    return OptionalDouble.empty();
  }

  /** Text, if the key is there. */
  Optional<String> text(String key) {
    return fields.value(key).map(Yaml::plain).map(String::valueOf);
  }

  /** One text or a list of them, each of this form. */
  List<String> texts(String key, Pattern form, String allowed) {
    return texts(
        name(key), fields.value(key).orElse(new Yaml.Items(line(), List.of())), form, allowed);
  }

  /** One text or a list of them, each of this form. */
  List<String> texts(String called, Yaml yaml, Pattern form, String allowed) {
    List<String> texts = new ArrayList<>();
    for (Yaml item : items(yaml)) {
      if (item instanceof Yaml.Scalar scalar && form.matcher(scalar.text()).matches()) {
        texts.add(scalar.text());
      } else {
        note(item.line(), called + " has " + item.found(), allowed);
      }
    }
    return texts;
  }

  /** The items of a list; a single value is a list of one. */
  static List<Yaml> items(Yaml yaml) {
    if (yaml instanceof Yaml.Items list) {
      return list.items();
    }
    return nothing(yaml) ? List.of() : List.of(yaml);
  }

  static boolean nothing(Yaml yaml) {
    return yaml instanceof Yaml.Scalar scalar && scalar.form() == Form.NOTHING;
  }
}
