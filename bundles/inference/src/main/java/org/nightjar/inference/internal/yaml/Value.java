package org.nightjar.inference.internal.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in a YAML file, which knows its line and its key. Every mismatch is an error there. */
public final class Value {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  private final String file;
  private final String key;
  private final Node node;

  Value(String file, String key, Node node) {
    this.file = file;
    this.key = key;
    this.node = node;
  }

  /** File and line, as messages show them. */
  public String place() {
    return file + node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
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
            .wrong("unknown key '" + entry.getKey() + "'", Suggestion.of(entry.getKey(), known));
      }
    }
    return new Section(this, entries);
  }

  /** A mapping with any keys, in the order of the file. */
  public Map<String, Value> entries() throws NightjarException {
    if (!(node instanceof MappingNode mapping)) {
      throw expected("a mapping of keys to values");
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
        throw wrong("a key must be a word", "");
      }
      Value value = new Value(file, name.getValue(), tuple.getValueNode());
      if (entries.put(name.getValue(), value) != null) {
        throw value.wrong("key '" + name.getValue() + "' appears twice", "Remove one of them.");
      }
    }
    return entries;
  }

  /** A list of at most this many values. */
  public List<Value> list(int most) throws NightjarException {
    if (!(node instanceof SequenceNode sequence)) {
      throw expected("a list");
    }
    if (sequence.getValue().size() > most) {
      throw wrong(
          label() + " has " + sequence.getValue().size() + " values, at most " + most + " fit", "");
    }
    List<Value> values = new ArrayList<>(sequence.getValue().size());
    for (Node item : sequence.getValue()) {
      values.add(new Value(file, key, item));
    }
    return values;
  }

  /** Whether this is a list. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Whether this is a number. */
  public boolean isNumber() {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && (NUMBER.matcher(scalar.getValue()).matches() || special(scalar.getValue()) != null);
  }

  /** Text; what YAML reads as a number or a boolean must be in quotes. */
  public String text() throws NightjarException {
    if (!(node instanceof ScalarNode scalar) || Tag.NULL.equals(scalar.getTag())) {
      throw expected("text");
    }
    if (scalar.isPlain() && !Tag.STR.equals(scalar.getTag())) {
      throw wrong(
          label() + " must be text, but " + scalar.getValue() + " is not",
          "Write it in quotes: \"" + scalar.getValue() + "\".");
    }
    return scalar.getValue();
  }

  /** One of these words. */
  public String word(String... words) throws NightjarException {
    String text = node instanceof ScalarNode scalar ? scalar.getValue() : text();
    List<String> known = List.of(words);
    if (!known.contains(text)) {
      throw wrong(label() + " cannot be '" + text + "'", Suggestion.of(text, known));
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
    if (node instanceof ScalarNode scalar && scalar.isPlain()) {
      Double special = special(scalar.getValue());
      if (special != null) {
        return special;
      }
      if (NUMBER.matcher(scalar.getValue()).matches()) {
        return Double.parseDouble(scalar.getValue());
      }
    }
    throw expected("a number");
  }

  /** A whole number between two bounds, both included. */
  public int integer(int least, int most) throws NightjarException {
    double number = number();
    if (number != Math.rint(number) || number < least || number > most) {
      throw wrong(label() + " must be a whole number from " + least + " to " + most, "");
    }
    return (int) number;
  }

  private static Double special(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case ".nan", "null" -> Double.NaN;
      case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      default -> null;
    };
  }

  private NightjarException expected(String what) {
    return wrong(label() + " must be " + what, "");
  }

  private String label() {
    return key.isEmpty() ? "the file" : "'" + key + "'";
  }
}
