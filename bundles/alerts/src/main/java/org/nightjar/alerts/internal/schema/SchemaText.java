package org.nightjar.alerts.internal.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;

/**
 * Parses the text of a schema. Where a record repeats the name of a field (WINTER's does), the
 * later field gets another name: the encoding knows places, not names, so nothing else is lost.
 *
 * @param schema a record
 * @param notes what was mended; empty for a schema as the specification wants it
 */
record SchemaText(Schema schema, List<String> notes) {
  private static final int DEEPEST = 200;

  static SchemaText parse(String text, String place) throws NightjarException {
    List<String> notes = new ArrayList<>();
    JsonNode tree = tree(text, place);
    rename(tree, notes, 0, place);
    try {
      Schema schema = new Schema.Parser().parse(notes.isEmpty() ? text : tree.toString());
      if (schema.getType() != Schema.Type.RECORD) {
        throw Damage.corrupt("the schema is of a " + schema.getType() + ", not a record", place);
      }
      return new SchemaText(schema, List.copyOf(notes));
    } catch (RuntimeException e) {
      // Avro reports what is wrong by whatever its code runs into, a null pointer among them.
      throw Damage.corrupt("the schema is not valid Avro: " + e.getMessage(), place, e);
    }
  }

  /** The tree of a schema's text, bounded in depth. */
  static JsonNode tree(String text, String place) throws NightjarException {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw Damage.corrupt("the schema is not JSON: " + e.getOriginalMessage(), place, e);
    }
  }

  private static void rename(JsonNode node, List<String> notes, int depth, String place)
      throws NightjarException {
    if (depth > DEEPEST) {
      throw Damage.corrupt("a schema nested deeper than " + DEEPEST, place);
    }
    if (node instanceof ObjectNode object && object.get("fields") instanceof ArrayNode fields) {
      rename(object.path("name").asText(), fields, notes);
    }
    for (JsonNode child : node) {
      rename(child, notes, depth + 1, place);
    }
  }

  private static void rename(String record, ArrayNode fields, List<String> notes) {
    Set<String> all = new HashSet<>();
    fields.forEach(field -> all.add(field.path("name").asText()));
    Set<String> seen = new HashSet<>();
    for (JsonNode field : fields) {
      String name = field.path("name").asText();
      if (!seen.add(name) && field instanceof ObjectNode object) {
        int number = 2;
        while (!all.add(name + "_" + number)) {
          number++;
        }
        object.put("name", name + "_" + number);
        notes.add(
            "record "
                + record
                + " repeats field "
                + name
                + ": the later one is "
                + name
                + "_"
                + number);
      }
    }
  }
}
