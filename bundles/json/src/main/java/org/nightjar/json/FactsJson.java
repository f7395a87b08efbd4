package org.nightjar.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.product.Facts;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Facts as JSON. Integers stay integers and reals stay reals; reals that are not finite are {@code
 * null}.
 */
@ProviderType
public final class FactsJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FactsJson() {}

  /** Facts as a JSON object. */
  public static ObjectNode write(Facts facts) {
    return object(facts.values());
  }

  /** Facts from a JSON object; {@code null} values are left out. */
  public static Facts read(JsonNode node) {
    return new Facts(map(node));
  }

  private static ObjectNode object(Map<?, ?> values) {
    ObjectNode object = NODES.objectNode();
    values.forEach((name, value) -> object.set((String) name, node(value)));
    return object;
  }

  private static JsonNode node(Object value) {
    if (value instanceof String text) {
      return NODES.textNode(text);
    }
    if (value instanceof Long number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Double number) {
      return Double.isFinite(number) ? NODES.numberNode(number) : NODES.nullNode();
    }
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    if (value instanceof List<?> list) {
      return NODES.arrayNode().addAll(list.stream().map(FactsJson::node).toList());
    }
    return object((Map<?, ?>) value);
  }

  private static Map<String, Object> map(JsonNode node) {
    Map<String, Object> values = new LinkedHashMap<>();
    node.properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
    return values;
  }

  private static Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case ARRAY -> {
        List<Object> items = new ArrayList<>();
        node.forEach(item -> items.add(value(item)));
        yield items;
      }
      case OBJECT -> map(node);
      default -> null;
    };
  }

  private static Object number(JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.longValue();
    }
    return node.doubleValue();
  }
}
