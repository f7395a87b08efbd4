package org.nightjar.configuration.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of a YAML file that knows its line. */
sealed interface Yaml {
  /** Line on which it begins, from 1. */
  int line();

  /** What it is, in an operator's words. */
  String found();

  /** What a plain scalar looks like. */
  enum Form {
    TEXT,
    WHOLE_NUMBER,
    NUMBER,
    FLAG,
    NOTHING
  }

  /** A single value. */
  record Scalar(int line, String text, Form form) implements Yaml {
    @Override
    public String found() {
      return form == Form.NOTHING ? "empty" : "'" + text + "'";
    }
  }

  /** Several values. */
  record Items(int line, List<Yaml> items) implements Yaml {
    @Override
    public String found() {
      return "a list";
    }
  }

  /** Keys with values; a key that stands twice has been reported and appears once. */
  record Fields(int line, List<Field> fields) implements Yaml {
    @Override
    public String found() {
      return "a section with keys";
    }

    Optional<Yaml> value(String key) {
      return fields.stream().filter(f -> f.key().equals(key)).map(Field::value).findFirst();
    }
  }

  /** A key and its value. */
  record Field(int line, String key, Yaml value) {}

  /** The value as strings, numbers, flags, lists and maps of the JDK; {@code null} if empty. */
  default Object plain() {
    if (this instanceof Items list) {
      List<Object> values = new ArrayList<>();
      list.items().forEach(item -> values.add(item.plain()));
      return values;
    }
    if (this instanceof Fields map) {
      Map<String, Object> values = new LinkedHashMap<>();
      map.fields().forEach(field -> values.put(field.key(), field.value().plain()));
      return values;
    }
    Scalar scalar = (Scalar) this;
    return switch (scalar.form()) {
      case NOTHING -> null;
      case FLAG -> Boolean.valueOf(scalar.text());
      case TEXT -> scalar.text();
      case WHOLE_NUMBER, NUMBER -> number(scalar.text());
    };
  }

  private static Object number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return Double.valueOf(text);
    }
  }
}
