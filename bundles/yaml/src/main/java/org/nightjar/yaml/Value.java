package org.nightjar.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.yaml.Yaml.Form;
import org.nightjar.yaml.Yaml.Scalar;

/** A value in a YAML file, which knows its line and its key. Every mismatch is an error there. */
public final class Value {
  private final String file;
  private final String key;
  private final int line;
  private final Yaml yaml;

  Value(String file, String key, Yaml yaml) {
    this(file, key, yaml.line(), yaml);
  }

  private Value(String file, String key, int line, Yaml yaml) {
    this.file = file;
    this.key = key;
    this.line = line;
    this.yaml = yaml;
  }

  /** File and line, as messages show them. */
  public String place() {
    return file + ":" + line;
  }

  /** The key this is the value of; empty for the document. */
  public String key() {
    return key;
  }

  /** The error that this value is wrong. */
  public NightjarException wrong(String message, String remedy) {
    return NightjarException.of(StandardError.BAD_CONFIGURATION, message, place(), remedy);
  }

  /** A mapping with these keys and no others. */
  public Section section(String... keys) throws NightjarException {
    Map<String, Value> entries = entries();
    List<String> known = List.of(keys);
    for (Map.Entry<String, Value> entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw entry
            .getValue()
            .wrong(
                "unknown key '" + entry.getKey() + "'", Suggestion.remedy(entry.getKey(), known));
      }
    }
    return new Section(this, entries);
  }

  /** A mapping with any keys, in the order of the file. */
  public Map<String, Value> entries() throws NightjarException {
    if (!(yaml instanceof Yaml.Fields mapping)) {
      throw expected("a mapping of keys to values");
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    for (Yaml.Field field : mapping.fields()) {
      entries.put(field.key(), new Value(file, field.key(), field.line(), field.value()));
    }
    return entries;
  }

  /** A list of at most this many values. */
  public List<Value> list(int most) throws NightjarException {
    if (!(yaml instanceof Yaml.Items list)) {
      throw expected("a list");
    }
    if (list.items().size() > most) {
      throw wrong(
          label() + " has " + list.items().size() + " values, at most " + most + " fit", "");
    }
    List<Value> values = new ArrayList<>(list.items().size());
    for (Yaml item : list.items()) {
      values.add(new Value(file, key, item));
    }
    return values;
  }

  /** Whether this is a list. */
  public boolean isList() {
    return yaml instanceof Yaml.Items;
  }

  /** Whether this is a number. */
  public boolean isNumber() {
    return special().isPresent();
  }

  /** Text; what YAML reads as a number or a boolean must be in quotes. */
  public String text() throws NightjarException {
    if (!(yaml instanceof Scalar scalar) || scalar.form() == Form.NOTHING) {
      throw expected("text");
    }
    if (scalar.form() != Form.TEXT) {
      throw wrong(
          label() + " must be text, but " + scalar.text() + " is not",
          "Write it in quotes: \"" + scalar.text() + "\".");
    }
    return scalar.text();
  }

  /** One of these words. */
  public String word(String... words) throws NightjarException {
    String text = yaml instanceof Scalar scalar ? scalar.text() : text();
    List<String> known = List.of(words);
    if (!known.contains(text)) {
      throw wrong(label() + " cannot be '" + text + "'", Suggestion.remedy(text, known));
    }
    return text;
  }

  /** A finite number. */
  public double number() throws NightjarException {
    double number = numberOrSpecial();
    if (!Double.isFinite(number)) {
      throw expected("a finite number");
    }
    return number;
  }

  /**
   * A number, {@code .nan}, {@code .inf} or {@code -.inf}; {@code null}, as JSON has it, is NaN.
   */
  public double numberOrSpecial() throws NightjarException {
    return special().orElseThrow(() -> expected("a number"));
  }

  /** A whole number between two bounds, both included. */
  public int integer(int least, int most) throws NightjarException {
    double number = number();
    if (number != Math.rint(number) || number < least || number > most) {
      throw wrong(label() + " must be a whole number from " + least + " to " + most, "");
    }
    return (int) number;
  }

  private Optional<Double> special() {
    if (!(yaml instanceof Scalar scalar)) {
      return Optional.empty();
    }
    return scalar.form() == Form.NOTHING && scalar.text().equals("null")
        ? Optional.of(Double.NaN)
        : scalar.number();
  }

  private NightjarException expected(String what) {
    return wrong(label() + " must be " + what, "");
  }

  private String label() {
    return key.isEmpty() ? "the file" : "'" + key + "'";
  }
}
