package org.nightjar.openinference.internal.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.nightjar.http.Exchange;
import org.nightjar.json.JsonLine;

/** Small answers. */
final class Json {
  private static final int OPEN = -1;

  private Json() {}

  static void respond(Exchange exchange, int status, JsonNode json) {
    exchange.respond(status, "application/json", JsonLine.write(json).getBytes(UTF_8));
  }

  /** The shape of any number of samples of this shape. */
  static ArrayNode shape(List<Integer> sample) {
    ArrayNode shape = JsonNodeFactory.instance.arrayNode().add(OPEN);
    sample.forEach(shape::add);
    return shape;
  }
}
