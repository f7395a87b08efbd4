package org.nightjar.configuration.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nightjar.environment.Setting;

/**
 * A setting and what holds for it.
 *
 * @param setting the setting
 * @param values boxed as the setting says; one, unless it is a list; none if it stays unset
 * @param line where the operator's file says so; empty if it is the default
 * @param added whether this process was given values besides
 */
record Value(Setting setting, List<Object> values, Optional<Integer> line, boolean added) {
  Value {
    values = List.copyOf(values);
    Objects.requireNonNull(line, "line");
  }

  Value(Setting setting, List<Object> values, Optional<Integer> line) {
    this(setting, values, line, false);
  }

  /** Where the value comes from, in words. */
  String origin(Path file) {
    String origin = line.map(number -> file + ":" + number).orElse("default");
    return added ? origin + ", and the command line" : origin;
  }

  /** What ConfigAdmin takes: a box, or an array of boxes; {@code null} if it stays unset. */
  Object configured() {
    if (setting.list()) {
      Object[] array =
          (Object[]) java.lang.reflect.Array.newInstance(setting.type(), values.size());
      return values.toArray(array);
    }
    return values.isEmpty() ? null : values.get(0);
  }

  /** As an operator would write it; a secret is not shown. */
  String shown() {
    if (setting.secret()) {
      return values.isEmpty() || values.get(0).equals("") ? "(not set)" : "(set, not shown)";
    }
    return setting.list()
        ? values.toString()
        : values.stream().map(Value::quoted).findFirst().orElse("");
  }

  private static String quoted(Object value) {
    return value.equals("") ? "\"\"" : value.toString();
  }
}
