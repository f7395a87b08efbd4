package org.nightjar.simulation.internal.validate.lensing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/** Reads inputs of cases strictly, and writes numbers. */
final class Inputs {
  private Inputs() {}

  /** Whether there is nothing but these keys. A convention may be there, if it is ours. */
  static boolean only(JsonNode inputs, String... keys) {
    Set<String> known = Set.of(keys);
    Iterator<String> names = inputs.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (name.equals("convention")) {
        // Everything here is product-averaged.
        if (inputs.path(name).asText().contains("major")) {
          return false;
        }
      } else if (!known.contains(name)) {
        return false;
      }
    }
    return true;
  }

  static Optional<Double> number(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
  }

  /** An array of numbers; empty if it is something else. */
  static Optional<double[]> numbers(JsonNode node) {
    if (!node.isArray()) {
      return Optional.empty();
    }
    double[] values = new double[node.size()];
    for (int i = 0; i < values.length; i++) {
      if (!node.get(i).isNumber()) {
        return Optional.empty();
      }
      values[i] = node.get(i).asDouble();
    }
    return Optional.of(values);
  }

  /** Names with numbers; empty if something in it is no number. */
  static Optional<Map<String, Double>> parameters(JsonNode node) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getValue().isNumber()) {
        return Optional.empty();
      }
      values.put(field.getKey(), field.getValue().asDouble());
    }
    return node.isObject() ? Optional.of(values) : Optional.empty();
  }

  static List<JsonNode> items(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }

  static JsonNode number(double value) {
    return DoubleNode.valueOf(value);
  }

  static JsonNode array(int count, IntToDoubleFunction value) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(count);
    for (int i = 0; i < count; i++) {
      array.add(value.applyAsDouble(i));
    }
    return array;
  }

  /** Rows of an image. */
  static JsonNode image(float[] image, int width) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (int row = 0; row < image.length / width; row++) {
      int from = row * width;
      rows.add(array(width, i -> image[from + i]));
    }
    return rows;
  }
}
