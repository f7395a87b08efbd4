package org.nightjar.fits.internal.header;

import java.util.Locale;
import java.util.regex.Pattern;

/** Reads one card of 80 characters: FITS standard 4.0, section 4, and the HIERARCH convention. */
final class CardParser {
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,19}");
  private static final Pattern REAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([EeDd][+-]?\\d{1,4})?");

  private CardParser() {}

  static Card parse(String card) {
    String keyword = card.substring(0, 8).stripTrailing();
    if (keyword.equals("HIERARCH")) {
      int equals = card.indexOf('=');
      if (equals > 8) {
        String path = card.substring(9, equals).strip().replaceAll("\\s+", ".");
        return valued("HIERARCH." + path, card.substring(equals + 1));
      }
    }
    if (keyword.equals("CONTINUE")) {
      return valued(keyword, card.substring(8));
    }
    if (card.startsWith("= ", 8) && !keyword.isEmpty()) {
      return valued(keyword, card.substring(10));
    }
    return new Card(keyword, null, card.substring(8).stripTrailing());
  }

  private static Card valued(String keyword, String field) {
    String text = field.stripLeading();
    if (text.startsWith("'")) {
      return quoted(keyword, text);
    }
    int slash = text.indexOf('/');
    String comment = slash < 0 ? "" : text.substring(slash + 1).strip();
    String token = (slash < 0 ? text : text.substring(0, slash)).strip();
    return new Card(keyword, plain(token), comment);
  }

  private static Card quoted(String keyword, String text) {
    StringBuilder value = new StringBuilder();
    int i = 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c != '\'') {
        value.append(c);
      } else if (text.startsWith("''", i)) {
        value.append(c);
        i++;
      } else {
        break;
      }
      i++;
    }
    int slash = text.indexOf('/', Math.min(i, text.length()));
    String comment = slash < 0 ? "" : text.substring(slash + 1).strip();
    return new Card(keyword, value.toString().stripTrailing(), comment);
  }

  private static Object plain(String token) {
    if (token.isEmpty()) {
      return null;
    }
    if (token.equals("T") || token.equals("F")) {
      return token.equals("T");
    }
    if (INTEGER.matcher(token).matches()) {
      try {
        return Long.valueOf(token.startsWith("+") ? token.substring(1) : token);
      } catch (NumberFormatException e) {
        return Double.valueOf(token);
      }
    }
    if (REAL.matcher(token).matches()) {
      return Double.valueOf(token.toUpperCase(Locale.ROOT).replace('D', 'E'));
    }
    return token;
  }
}
