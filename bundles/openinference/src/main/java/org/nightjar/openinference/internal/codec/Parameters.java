package org.nightjar.openinference.internal.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;

/**
 * Keys and values beside a request, an input or an output. What nobody asks for is ignored, as the
 * protocol wants it; so are values that are no text, number or truth value.
 */
public final class Parameters {
  /** None. */
  static final Parameters NONE = new Parameters(Map.of(), "");

  private static final int MOST = 256;

  private final Map<String, Object> values;
  private final String place;

  private Parameters(Map<String, Object> values, String place) {
    this.values = values;
    this.place = place;
  }

  /** Reads an object at its opening brace; {@code null} is an empty one. */
  static Parameters read(JsonParser parser, String place) throws IOException, NightjarException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return NONE;
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw BadRequest.of("the parameters are no object", place, "");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      switch (parser.nextToken()) {
        case VALUE_STRING -> values.put(name, parser.getText());
        case VALUE_NUMBER_INT ->
            values.put(
                name,
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? (Object) parser.getDoubleValue()
                    : (Object) parser.getLongValue());
        case VALUE_NUMBER_FLOAT -> values.put(name, parser.getDoubleValue());
        case VALUE_TRUE -> values.put(name, true);
        case VALUE_FALSE -> values.put(name, false);
        default -> parser.skipChildren();
      }
      if (values.size() > MOST) {
        throw BadRequest.of("there are more than " + MOST + " parameters", place, "");
      }
    }
    return new Parameters(values, place);
  }

  /** A truth value. */
  public Optional<Boolean> flag(String name) throws NightjarException {
    return value(name, Boolean.class, "true or false");
  }

  /** A whole number that is not negative. */
  public Optional<Long> count(String name) throws NightjarException {
    Optional<Long> number = value(name, Long.class, "a whole number");
    if (number.isPresent() && number.get() < 0) {
      throw wrong(name, "a number that is not negative");
    }
    return number;
  }

  /** A text. */
  public Optional<String> text(String name) throws NightjarException {
    return value(name, String.class, "a text");
  }

  /** Whether the value is a number. */
  public boolean isNumber(String name) {
    return values.get(name) instanceof Number;
  }

  /** Refuses a parameter that asks for what is not done here, rather than to do something else. */
  void refuse(String name, String why) throws NightjarException {
    if (values.containsKey(name)) {
      throw BadRequest.of(why, place + "." + name, "");
    }
  }

  private <T> Optional<T> value(String name, Class<T> type, String what) throws NightjarException {
    Object value = values.get(name);
    if (value != null && !type.isInstance(value)) {
      throw wrong(name, what);
    }
    return Optional.ofNullable(value).map(type::cast);
  }

  private NightjarException wrong(String name, String what) {
    return BadRequest.of(
        "parameter '" + name + "' is " + values.get(name) + ", not " + what, place, "");
  }
}
