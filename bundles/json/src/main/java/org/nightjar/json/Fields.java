package org.nightjar.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** Required and typed fields of an object that came from outside. */
record Fields(JsonNode node, String place) {

  String text(String name) throws NightjarException {
    JsonNode field = node.get(name);
    if (field == null || !field.isTextual()) {
      throw wrong(name, "text", field);
    }
    return field.textValue();
  }

  String text(String name, String otherwise) {
    JsonNode field = node.get(name);
    return field != null && field.isTextual() ? field.textValue() : otherwise;
  }

  long integer(String name) throws NightjarException {
    JsonNode field = node.get(name);
    if (field == null || !field.isIntegralNumber()) {
      throw wrong(name, "an integer", field);
    }
    return field.longValue();
  }

  double real(String name) {
    JsonNode field = node.get(name);
    return field != null && field.isNumber() ? field.doubleValue() : Double.NaN;
  }

  Fields child(String name) throws NightjarException {
    JsonNode field = node.get(name);
    if (field == null || !field.isObject()) {
      throw wrong(name, "an object", field);
    }
    return new Fields(field, place);
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  Iterable<JsonNode> items(String name) {
    return node.path(name);
  }

  URI uri(String name) throws NightjarException {
    return parsed(name, "a URI", URI::create);
  }

  Instant instant(String name) throws NightjarException {
    return parsed(name, "a time", Instant::parse);
  }

  Duration duration(String name) throws NightjarException {
    return parsed(name, "a duration", Duration::parse);
  }

  LocalDate date(String name) throws NightjarException {
    return parsed(name, "a date", LocalDate::parse);
  }

  <T> T parsed(String name, String what, Function<String, T> parser) throws NightjarException {
    String text = text(name);
    try {
      return parser.apply(text);
    } catch (RuntimeException e) {
      throw NightjarException.of(
          StandardError.CORRUPT, "'" + name + "' is not " + what + ": " + text, place, "");
    }
  }

  private NightjarException wrong(String name, String what, JsonNode found) {
    return NightjarException.of(
        StandardError.CORRUPT,
        "'" + name + "' should be " + what + (found == null ? " and is absent" : ", not " + found),
        place,
        "");
  }
}
