package org.nightjar.simulation.internal.validate.cosmology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** The inputs of a case, with those of the case that it refers to ({@code as}) beneath. */
record Inputs(ReferenceCase reference, JsonNode node, String words) {
  static Inputs of(ReferenceCase reference) {
    JsonNode own = reference.inputs();
    String words = reference.model() + " ; " + reference.title();
    ReferenceCase base = reference.others().get(own.path("as").asText(""));
    if (base == null || !base.inputs().isObject()) {
      return new Inputs(reference, own, words);
    }
    ObjectNode merged = base.inputs().deepCopy();
    Iterator<String> names = own.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      merged.set(name, own.get(name));
    }
    merged.remove("as");
    return new Inputs(reference, merged, words + " ; " + base.model());
  }

  /** Whether there is nothing but these names. */
  boolean only(Set<String> names) {
    Iterator<String> all = node.fieldNames();
    while (all.hasNext()) {
      if (!names.contains(all.next())) {
        return false;
      }
    }
    return node.isObject();
  }

  /** Whether the case's own title or model says a word, in small letters. */
  boolean says(String word) {
    return words.toLowerCase(Locale.ROOT).contains(word);
  }

  OptionalDouble number(String name) {
    JsonNode value = node.path(name);
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }

  /**
   * A function of one input: of a number a number, of an array an array; empty if it is neither.
   */
  static Optional<JsonNode> map(JsonNode at, DoubleUnaryOperator function) {
    if (at.isNumber()) {
      return Optional.of(number(function.applyAsDouble(at.asDouble())));
    }
    if (!at.isArray() || at.isEmpty()) {
      return Optional.empty();
    }
    ArrayNode all = JsonNodeFactory.instance.arrayNode(at.size());
    for (JsonNode one : at) {
      Optional<JsonNode> value = map(one, function);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      all.add(value.get());
    }
    return Optional.of(all);
  }

  static JsonNode number(double value) {
    return JsonNodeFactory.instance.numberNode(value);
  }
}
