package org.nightjar.simulation.internal.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;

/** The section {@code parameters}: values with names, put in where {@code $NAME} stands. */
final class Variables {
  private final Map<String, Yaml> values = new LinkedHashMap<>();
  private final ProblemList problems;

  Variables(Optional<Yaml.Fields> section, ProblemList problems) {
    this.problems = problems;
    section.ifPresent(all -> all.fields().forEach(field -> values.put(field.key(), field.value())));
    values.values().forEach(this::resolve);
  }

  /** Whether there is one of this name. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  Set<String> names() {
    return values.keySet();
  }

  /** What a scalar refers to; empty if it is no reference. */
  static Optional<String> reference(Yaml yaml) {
    return yaml instanceof Yaml.Scalar scalar && scalar.text().startsWith("$")
        ? Optional.of(scalar.text().substring(1))
        : Optional.empty();
  }

  /** The same with every {@code $NAME} replaced; empty where one is unknown, which is noted. */
  Optional<Yaml> resolve(Yaml yaml) {
    return resolve(yaml, new LinkedHashSet<>());
  }

  private Optional<Yaml> resolve(Yaml yaml, Set<String> within) {
    Optional<String> name = reference(yaml);
    if (name.isPresent()) {
      return named(name.get(), yaml.line(), within);
    }
    if (yaml instanceof Yaml.Items items) {
      List<Yaml> all = new ArrayList<>();
      items.items().forEach(item -> resolve(item, within).ifPresent(all::add));
      return all.size() == items.items().size()
          ? Optional.of(new Yaml.Items(items.line(), all))
          : Optional.empty();
    }
    if (yaml instanceof Yaml.Fields fields) {
      List<Yaml.Field> all = new ArrayList<>();
      for (Yaml.Field field : fields.fields()) {
        resolve(field.value(), within)
            .ifPresent(value -> all.add(new Yaml.Field(field.line(), field.key(), value)));
      }
      return all.size() == fields.fields().size()
          ? Optional.of(new Yaml.Fields(fields.line(), all))
          : Optional.empty();
    }
    return Optional.of(yaml);
  }

  private Optional<Yaml> named(String name, int line, Set<String> within) {
    Yaml value = values.get(name);
    if (value == null) {
      problems.add(
          line, "there is no parameter '$" + name + "'", Suggestion.remedy(name, values.keySet()));
      return Optional.empty();
    }
    if (!within.add(name)) {
      problems.add(
          line,
          "the parameters go round in a circle: $" + String.join(" -> $", within) + " -> $" + name,
          "Give one of them a value.");
      return Optional.empty();
    }
    Optional<Yaml> resolved = resolve(value, within);
    within.remove(name);
    return resolved.map(
        found ->
            found instanceof Yaml.Scalar scalar
                ? new Yaml.Scalar(line, scalar.text(), scalar.form())
                : found);
  }
}
