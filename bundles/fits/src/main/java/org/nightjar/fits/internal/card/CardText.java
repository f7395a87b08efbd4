package org.nightjar.fits.internal.card;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * Header cards as text of 80 characters: FITS standard 4.0, section 4.1 and 4.2, long strings by
 * CONTINUE (section 4.2.1.2), and the HIERARCH convention for keywords that do not fit into eight
 * characters. Comments that do not fit are cut; values never are.
 */
public final class CardText {
  /** Characters of a card. */
  public static final int LENGTH = 80;

  private static final Pattern KEYWORD = Pattern.compile("[A-Z0-9_-]{1,8}");
  private static final Pattern PATH = Pattern.compile("[A-Z0-9_-]+( [A-Z0-9_-]+)*");

  /** Characters between the quotes of a card with a string alone. */
  private static final int STRING_ROOM = 68;

  private CardText() {}

  /**
   * The card, or the cards that a long string needs.
   *
   * @param keyword up to eight of {@code A-Z 0-9 - _}; anything else becomes a HIERARCH keyword,
   *     written with blanks or dots
   * @param value a String of printable ASCII, Boolean, whole number, finite real, or {@code null}
   *     for none
   * @throws NightjarException BAD_ARGUMENT for what FITS cannot represent
   */
  public static List<String> of(String keyword, Object value, String comment)
      throws NightjarException {
    requirePrintable(keyword, comment);
    String name = keyword.strip().toUpperCase(Locale.ROOT);
    boolean plain = KEYWORD.matcher(name).matches() && !name.equals("HIERARCH");
    String head = plain ? "%-8s= ".formatted(name) : "HIERARCH " + path(keyword, name) + " = ";
    if (value instanceof String text) {
      requirePrintable(keyword, text);
      return string(keyword, head, plain, quoted(text.stripTrailing()), comment);
    }
    String field = number(keyword, value);
    String card = head + (plain ? "%20s".formatted(field) : field);
    return List.of(commented(keyword, card, comment));
  }

  /** Cards of running text, such as COMMENT and HISTORY, as many as the text needs. */
  public static List<String> remark(String keyword, String text) throws NightjarException {
    requirePrintable(keyword, text);
    List<String> cards = new ArrayList<>();
    int room = LENGTH - 8;
    for (int from = 0; from == 0 || from < text.length(); from += room) {
      String piece = text.substring(from, Math.min(text.length(), from + room));
      cards.add(padded("%-8s%s".formatted(keyword, piece)));
    }
    return cards;
  }

  /** Fills a card up with blanks. */
  public static String padded(String card) {
    return card + " ".repeat(LENGTH - card.length());
  }

  private static String path(String keyword, String name) throws NightjarException {
    String path = name.replaceFirst("^HIERARCH[ .]+", "").replaceAll("[ .]+", " ").strip();
    if (!PATH.matcher(path).matches()) {
      throw refuse(keyword, "is no FITS keyword", "Use letters, digits, '-' and '_'");
    }
    return path;
  }

  private static String number(String keyword, Object value) throws NightjarException {
    if (value == null) {
      return "";
    }
    if (value instanceof Boolean flag) {
      return flag ? "T" : "F";
    }
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte
        || value instanceof BigInteger) {
      return value.toString();
    }
    if (value instanceof Double || value instanceof Float) {
      if (!Double.isFinite(((Number) value).doubleValue())) {
        throw refuse(keyword, "is " + value + ", which FITS headers cannot hold", "Leave it out");
      }
      return value.toString();
    }
    throw refuse(keyword, "is a " + value.getClass().getSimpleName(), "Give text or a number");
  }

  private static String quoted(String text) {
    return text.replace("'", "''");
  }

  private static List<String> string(
      String keyword, String head, boolean plain, String text, String comment)
      throws NightjarException {
    String card = head + "'" + (text.isEmpty() ? "" : "%-8s".formatted(text)) + "'";
    if (card.length() <= LENGTH) {
      return List.of(commented(keyword, plain ? "%-30s".formatted(card) : card, comment));
    }
    if (!plain) {
      throw refuse(
          keyword,
          "is a string of " + text.length() + " characters, too long beside a HIERARCH keyword",
          "Shorten one of them");
    }
    return continued(keyword, head, text, comment);
  }

  private static List<String> continued(String keyword, String head, String text, String comment)
      throws NightjarException {
    List<String> cards = new ArrayList<>();
    String start = head;
    int from = 0;
    while (text.length() - from > STRING_ROOM) {
      int to = from + STRING_ROOM - 1;
      if (splitsQuotes(text, from, to)) {
        to--;
      }
      cards.add(padded(start + "'" + text.substring(from, to) + "&'"));
      start = "CONTINUE  ";
      from = to;
    }
    cards.add(commented(keyword, start + "'" + text.substring(from) + "'", comment));
    return cards;
  }

  /** Whether a cut would part two quotes that stand for one. */
  private static boolean splitsQuotes(String text, int from, int cut) {
    int quotes = 0;
    while (cut - quotes > from && text.charAt(cut - quotes - 1) == '\'') {
      quotes++;
    }
    return quotes % 2 == 1;
  }

  private static String commented(String keyword, String card, String comment)
      throws NightjarException {
    if (card.length() > LENGTH) {
      throw refuse(keyword, "does not fit into a card together with its value", "Shorten it");
    }
    String whole = comment.isBlank() ? card : card + " / " + comment.strip();
    return padded(
        whole.length() <= LENGTH ? whole : whole.substring(0, LENGTH).replaceFirst(" /? ?$", ""));
  }

  private static void requirePrintable(String keyword, String text) throws NightjarException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        throw refuse(
            keyword,
            "holds the character U+%04X".formatted((int) c),
            "FITS headers hold printable ASCII alone");
      }
    }
  }

  private static NightjarException refuse(String keyword, String what, String remedy) {
    return NightjarException.of(
        StandardError.BAD_ARGUMENT, "header card " + keyword + " " + what, "", remedy);
  }
}
