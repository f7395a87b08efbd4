package org.nightjar.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.annotation.versioning.ProviderType;

/** A piece of a YAML file that knows its line. */
@ProviderType
public sealed interface Yaml {
  /** Line on which it begins, from 1. */
  int line();

  /** What it is, in an operator's words. */
  String found();

  /** What a plain scalar looks like. */
  enum Form {
    /** Text, in quotes or of no other form. */
    TEXT,
    /** A whole number. */
    WHOLE_NUMBER,
    /** A number, which may be one of the special ones. */
    NUMBER,
    /** True or false. */
    FLAG,
    /** Nothing, or {@code null}. */
    NOTHING
  }

  /**
   * A single value.
   *
   * @param line line, from 1
   * @param text as it is written, without quotes
   * @param form what it looks like
   */
  record Scalar(int line, String text, Form form) implements Yaml {
    private static final Pattern DECIMAL =
        Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    @Override
    public String found() {
      return form == Form.NOTHING ? "empty" : "'" + text + "'";
    }

    /**
     * The number that is written here; NaN and the infinities as {@code .nan}, {@code .inf} and
     * {@code -.inf}. Empty if there is none, or one in another base.
     */
    public Optional<Double> number() {
      if (form != Form.WHOLE_NUMBER && form != Form.NUMBER) {
        return Optional.empty();
      }
      return switch (text.toLowerCase(Locale.ROOT)) {
        case ".nan" -> Optional.of(Double.NaN);
        case ".inf", "+.inf" -> Optional.of(Double.POSITIVE_INFINITY);
        case "-.inf" -> Optional.of(Double.NEGATIVE_INFINITY);
        default ->
            DECIMAL.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
      };
    }
  }

  /**
   * Several values.
   *
   * @param line line on which they begin, from 1
   * @param items the values
   */
  record Items(int line, List<Yaml> items) implements Yaml {
    @Override
    public String found() {
      return "a list";
    }
  }

  /**
   * Keys with values; a key that stands twice has been reported and appears once.
   *
   * @param line line on which they begin, from 1
   * @param fields in the order of the file
   */
  record Fields(int line, List<Field> fields) implements Yaml {
    @Override
    public String found() {
      return "a section with keys";
    }

    /** The value of a key. */
    public Optional<Yaml> value(String key) {
      return fields.stream().filter(f -> f.key().equals(key)).map(Field::value).findFirst();
    }
  }

  /**
   * A value with a tag of the file's own, such as {@code !NAME}. Only {@link YamlFile#tagged} gives
   * these; a tag is a word, nothing is ever made or called because of it.
   *
   * @param line line on which it begins, from 1
   * @param tag without the exclamation mark
   * @param value what it stands before
   */
  record Tagged(int line, String tag, Yaml value) implements Yaml {
    @Override
    public String found() {
      return "the tag !" + tag;
    }
  }

  /**
   * A key and its value.
   *
   * @param line line of the key, from 1
   * @param key the key
   * @param value its value
   */
  record Field(int line, String key, Yaml value) {}

  /**
   * The value as strings, {@code Long}, {@code Double}, flags, lists and maps of the JDK; {@code
   * null} if empty.
   */
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
    if (this instanceof Tagged tagged) {
      return tagged.value().plain();
    }
    Scalar scalar = (Scalar) this;
    return switch (scalar.form()) {
      case NOTHING -> null;
      case FLAG -> Boolean.valueOf(scalar.text());
      case TEXT -> scalar.text();
      case WHOLE_NUMBER, NUMBER -> number(scalar);
    };
  }

  private static Object number(Scalar scalar) {
    try {
      return Long.valueOf(scalar.text());
    } catch (NumberFormatException e) {
      return scalar.number().<Object>map(number -> number).orElse(scalar.text());
    }
  }
}
