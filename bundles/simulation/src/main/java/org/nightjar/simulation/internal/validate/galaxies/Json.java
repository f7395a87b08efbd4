package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Numbers from JSON and back. */
final class Json {
  private Json() {}

  static double number(JsonNode node) throws UnknownException {
    if (!node.isNumber()) {
      throw new UnknownException("no number: " + node);
    }
    return node.asDouble();
  }

  /** The numbers of an array, or the only one. */
  static double[] numbers(JsonNode node) throws UnknownException {
    if (!node.isArray()) {
      return new double[] {number(node)};
    }
    double[] values = new double[node.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(node.get(i));
    }
    return values;
  }

  static JsonNode of(double value) {
    return JsonNodeFactory.instance.numberNode(value);
  }

  static JsonNode of(boolean value) {
    return JsonNodeFactory.instance.booleanNode(value);
  }

  static JsonNode of(double[] values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(values.length);
    for (double value : values) {
      array.add(value);
    }
    return array;
  }

  /** A function of each number: an array of an array, a number of a number. */
  static JsonNode each(JsonNode at, DoubleUnaryOperator function) throws UnknownException {
    double[] values = numbers(at);
    Arrays.setAll(values, i -> function.applyAsDouble(values[i]));
    return at.isArray() ? of(values) : of(values[0]);
  }
}
