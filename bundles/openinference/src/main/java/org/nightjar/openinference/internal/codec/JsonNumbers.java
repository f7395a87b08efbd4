package org.nightjar.openinference.internal.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nightjar.api.error.NightjarException;

/**
 * The numbers of a JSON array, flat or nested, read straight into an array of floats. {@code null}
 * and the token {@code NaN} are NaN; {@code Infinity} and {@code -Infinity} are taken too.
 */
final class JsonNumbers {
  private static final int FIRST_CAPACITY = 1 << 14;
  private static final int MOST_CAPACITY = Integer.MAX_VALUE - 16;

  private final String place;
  private float[] values;
  private int count;
  private boolean fractional;
  private long least = Long.MAX_VALUE;
  private long most = Long.MIN_VALUE;

  /** How many children the open array of each level has so far, the outermost at 1. */
  private final int[] open = new int[Extents.MOST_RANK + 1];

  /** How many children each array of a level has; -1: none was closed yet. */
  private final int[] extents = new int[Extents.MOST_RANK + 2];

  private int level = 1;

  /** The level of the numbers; 0: none was seen yet. */
  private int deepest;

  private JsonNumbers(int likely, String place) {
    this.place = place;
    this.values = new float[Math.max(1, Math.min(likely, FIRST_CAPACITY))];
    Arrays.fill(extents, -1);
  }

  /**
   * Reads an array.
   *
   * @param parser at its opening bracket; left at the closing one
   * @param likely how many numbers are expected, a hint that is not believed
   */
  static JsonNumbers read(JsonParser parser, int likely, String place)
      throws IOException, NightjarException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw BadRequest.of("the data are no array", place, "");
    }
    JsonNumbers numbers = new JsonNumbers(likely, place);
    while (numbers.level > 0) {
      numbers.take(parser.nextToken(), parser);
    }
    if (numbers.deepest > 0 && numbers.extents[numbers.deepest + 1] >= 0) {
      throw numbers.ragged();
    }
    return numbers;
  }

  private void take(JsonToken token, JsonParser parser) throws IOException, NightjarException {
    switch (token) {
      case START_ARRAY -> begin();
      case END_ARRAY -> end();
      case VALUE_NUMBER_INT -> addWhole(parser);
      case VALUE_NUMBER_FLOAT -> {
        fractional = true;
        add(parser.getFloatValue());
      }
      case VALUE_NULL -> {
        fractional = true;
        add(Float.NaN);
      }
      default ->
          throw BadRequest.of(
              "the data hold '" + parser.getText() + "', which is no number",
              place,
              "Send numbers; null stands for NaN.");
    }
  }

  private void begin() throws NightjarException {
    open[level]++;
    level++;
    if (level > Extents.MOST_RANK) {
      throw BadRequest.of("the data are nested deeper than " + Extents.MOST_RANK, place, "");
    }
    if (deepest > 0 && level > deepest) {
      throw ragged();
    }
    open[level] = 0;
  }

  private void end() throws NightjarException {
    if (extents[level] < 0) {
      extents[level] = open[level];
    } else if (extents[level] != open[level]) {
      throw ragged();
    }
    level--;
  }

  private void addWhole(JsonParser parser) throws IOException, NightjarException {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      fractional = true; // no integer that is taken holds it
      add(parser.getFloatValue());
    } else {
      long number = parser.getLongValue();
      least = Math.min(least, number);
      most = Math.max(most, number);
      add(number);
    }
  }

  private void add(float value) throws NightjarException {
    if (deepest == 0) {
      deepest = level;
    } else if (deepest != level) {
      throw ragged();
    }
    open[level]++;
    if (count == MOST_CAPACITY) {
      throw BadRequest.of("the data are more than an array holds", place, "");
    }
    if (count == values.length) {
      long wider = Math.min(MOST_CAPACITY, 2L * count);
      values = Arrays.copyOf(values, (int) wider);
    }
    values[count] = value;
    count++;
  }

  private NightjarException ragged() {
    return BadRequest.of(
        "the data are nested unevenly", place, "Send one flat list, or rows of one length.");
  }

  /** The numbers, if there are as many, and nested, if they are nested, as the shape says. */
  FloatBuffer shaped(int[] shape) throws NightjarException {
    int wanted = Extents.product(shape, place);
    boolean nested = deepest > 1;
    if (count != wanted
        || nested && !Arrays.equals(shape, Arrays.copyOfRange(extents, 1, deepest + 1))) {
      throw BadRequest.of(
          count
              + " numbers"
              + (nested
                  ? " nested as " + Arrays.toString(Arrays.copyOfRange(extents, 1, deepest + 1))
                  : "")
              + " do not fill shape "
              + Arrays.toString(shape),
          place,
          "");
    }
    return FloatBuffer.wrap(values, 0, count).slice();
  }

  /** Whether one of them is no integer of 64 bits. */
  boolean fractional() {
    return fractional;
  }

  /** The least integer. */
  long least() {
    return least;
  }

  /** The greatest integer. */
  long most() {
    return most;
  }
}
