package org.nightjar.simulation.internal.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nightjar.json.JsonLine;

/** A description as YAML that people like to read: sections on lines of their own. */
public final class BlockText {
  private static final int DEEPEST = 3;

  private BlockText() {}

  /** The text, ending in a line end. */
  public static String of(ObjectNode json) {
    StringBuilder text = new StringBuilder();
    section(text, json, 0);
    return text.toString();
  }

  private static void section(StringBuilder text, ObjectNode json, int depth) {
    for (var field : json.properties()) {
      text.append("  ".repeat(depth)).append(key(field.getKey())).append(':');
      JsonNode value = field.getValue();
      if (value instanceof ObjectNode inner && !inner.isEmpty() && depth < DEEPEST) {
        text.append('\n');
        section(text, inner, depth + 1);
      } else {
        text.append(' ').append(scalar(value)).append('\n');
      }
    }
  }

  private static String key(String key) {
    return key.matches("[A-Za-z][A-Za-z0-9_.-]*") ? key : quoted(key);
  }

  private static String scalar(JsonNode value) {
    return value.isTextual() ? quoted(value.asText()) : value.toString();
  }

  private static String quoted(String text) {
    String wrapped = JsonLine.write(JsonLine.object().put("t", text));
    return wrapped.substring("{\"t\":".length(), wrapped.length() - 1);
  }
}
