package org.nightjar.alerts.internal.stamp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * The header of one HDU. A keyword is looked up by comparing eight bytes at a time; text is made of
 * a card only when its value is asked for.
 */
final class Cards {
  private static final int BLOCK = 2880;
  private static final int CARD = 80;
  private static final int VALUE = 10;
  private static final int MOST = 4000;
  private static final long END = keyword("END");

  private final ByteBuffer bytes;
  private final int start;
  private final int count;
  private final String place;

  private Cards(ByteBuffer bytes, int start, int count, String place) {
    this.bytes = bytes;
    this.start = start;
    this.count = count;
    this.place = place;
  }

  /**
   * Finds the end of the header that starts here.
   *
   * @param bytes big-endian
   */
  static Cards at(ByteBuffer bytes, int start, String place) throws NightjarException {
    for (int i = 0; i < MOST; i++) {
      int card = start + i * CARD;
      if (card + CARD > bytes.limit()) {
        throw Damage.truncated("the stamp ends within its header", place);
      }
      if (bytes.getLong(card) == END) {
        return new Cards(bytes, start, i, place);
      }
    }
    throw Damage.of(
        StandardError.TOO_LARGE, "a stamp header of more than " + MOST + " cards", place, "");
  }

  /** Eight letters as one number. */
  static long keyword(String name) {
    long letters = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      letters = letters << 8 | (i < name.length() ? name.charAt(i) : ' ');
    }
    return letters;
  }

  /** The first byte after the header, which is filled to whole blocks. */
  int dataStart() {
    return start + (count * CARD / BLOCK + 1) * BLOCK;
  }

  /** The value of a keyword as written, without its comment; null if there is none. */
  String text(long keyword) {
    for (int i = 0; i < count; i++) {
      int card = start + i * CARD;
      if (bytes.getLong(card) == keyword && bytes.get(card + 8) == '=') {
        return value(card);
      }
    }
    return null;
  }

  private String value(int card) {
    byte[] text = new byte[CARD - VALUE];
    bytes.get(card + VALUE, text);
    boolean quoted = false;
    int end = 0;
    while (end < text.length && (quoted || text[end] != '/')) {
      quoted ^= text[end] == '\'';
      end++;
    }
    return new String(text, 0, end, StandardCharsets.ISO_8859_1).strip();
  }

  /** The number of a keyword, or another if it is not there. */
  double number(String name, double missing) throws NightjarException {
    String text = text(keyword(name));
    if (text == null) {
      return missing;
    }
    try {
      return Double.parseDouble(text.replace('D', 'E'));
    } catch (NumberFormatException e) {
      throw Damage.corrupt(name + " of a stamp is '" + text + "'", place, e);
    }
  }

  /** The whole number of a keyword that must be there. */
  long whole(String name, long least, long most) throws NightjarException {
    double value = number(name, Double.NaN);
    if (Double.isNaN(value)) {
      throw Damage.corrupt(name + " is missing in a stamp", place);
    }
    if (value < least || value != Math.rint(value)) {
      throw Damage.corrupt(name + " of a stamp is " + text(keyword(name)), place);
    }
    if (value > most) {
      throw Damage.of(StandardError.TOO_LARGE, name + " of a stamp is " + value, place, "");
    }
    return (long) value;
  }

  /** All cards that have a value. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    byte[] name = new byte[8];
    for (int i = 0; i < count; i++) {
      int card = start + i * CARD;
      bytes.get(card, name);
      String key = new String(name, StandardCharsets.ISO_8859_1).strip();
      if (!key.isEmpty() && bytes.get(card + 8) == '=') {
        facts.putIfAbsent(key, plain(value(card)));
      }
    }
    return facts;
  }

  private static Object plain(String value) {
    if (value.startsWith("'")) {
      int end = value.lastIndexOf('\'');
      return value.substring(1, Math.max(1, end)).replace("''", "'").stripTrailing();
    }
    if (value.equals("T") || value.equals("F")) {
      return value.equals("T");
    }
    try {
      return value.matches("[+-]?\\d{1,18}")
          ? (Object) Long.parseLong(value)
          : Double.valueOf(value.replace('D', 'E'));
    } catch (NumberFormatException e) {
      return value;
    }
  }
}
