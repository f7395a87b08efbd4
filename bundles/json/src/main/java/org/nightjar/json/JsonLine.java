package org.nightjar.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.osgi.annotation.versioning.ProviderType;

/** One JSON object on one line, with bounded nesting and size when read. */
@ProviderType
public final class JsonLine {
  private static final int MOST_CHARACTERS = 64 << 20;
  private static final int DEEPEST = 64;

  private static final JsonMapper MAPPER = mapper();

  private JsonLine() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The object as one line, without a line end. */
  public static String write(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always writable", e);
    }
  }

  /**
   * Reads one object.
   *
   * @param line JSON text
   * @param place where it came from, for the error
   * @throws NightjarException {@code CORRUPT} if it is not a JSON object
   */
  public static ObjectNode read(String line, String place) throws NightjarException {
    try {
      if (MAPPER.readTree(line) instanceof ObjectNode object) {
        return object;
      }
      throw NightjarException.of(StandardError.CORRUPT, "not a JSON object", place, "");
    } catch (JsonProcessingException e) {
      throw NightjarException.of(
          StandardError.CORRUPT, "not JSON: " + e.getOriginalMessage(), place, "");
    }
  }

  private static JsonMapper mapper() {
    JsonMapper mapper = JsonMapper.builder().build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(MOST_CHARACTERS)
                .maxDocumentLength(MOST_CHARACTERS)
                .build());
    return mapper;
  }
}
