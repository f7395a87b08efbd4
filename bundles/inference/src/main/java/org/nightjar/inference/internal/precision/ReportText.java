package org.nightjar.inference.internal.precision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.nightjar.inference.internal.manifest.VariantReport;
import org.nightjar.json.JsonLine;

/** Writes the section {@code report} of a manifest. Numbers keep all their digits. */
final class ReportText {
  /** What JSON allows in text and YAML does not. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\x7f-\\x9f\\ufeff\\ufffe\\uffff]");

  private ReportText() {}

  static String of(VariantReport report) {
    StringBuilder text = new StringBuilder("report:\n");
    ReportJson.of(report)
        .fields()
        .forEachRemaining(
            field -> {
              text.append("  ").append(field.getKey()).append(':');
              if (field.getValue().isArray()) {
                field.getValue().forEach(item -> text.append("\n    - ").append(flow(item)));
                text.append(field.getValue().isEmpty() ? " []\n" : "\n");
              } else {
                text.append(' ').append(flow(field.getValue())).append('\n');
              }
            });
    return text.toString();
  }

  // JSON is YAML; without quotes around the keys it reads like the rest of a manifest.
  private static String flow(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> entries = new ArrayList<>();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        entries.add(entry.getKey() + ": " + flow(entry.getValue()));
      }
      return "{" + String.join(", ", entries) + "}";
    }
    return UNPRINTABLE
        .matcher(JsonLine.write(node))
        .replaceAll(found -> String.format("\\\\u%04x", (int) found.group().charAt(0)));
  }
}
