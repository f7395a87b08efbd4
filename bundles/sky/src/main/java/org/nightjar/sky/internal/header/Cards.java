package org.nightjar.sky.internal.header;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Facts;

/** Header cards with their types checked; every error names the keyword. */
final class Cards {
  private static final String REMEDY = "Mend the world coordinates in the header";

  private final Facts facts;

  Cards(Facts facts) {
    this.facts = facts;
  }

  boolean has(String keyword) {
    return facts.has(keyword);
  }

  Set<String> keywords() {
    return facts.values().keySet();
  }

  /** The text without blanks around it; empty if absent, blank or not text. */
  Optional<String> text(String keyword) {
    return facts.values().get(keyword) instanceof String s && !s.isBlank()
        ? Optional.of(s.strip())
        : Optional.empty();
  }

  /** A finite number, which may stand in quotes; empty if absent. */
  OptionalDouble number(String keyword) throws NightjarException {
    Object value = facts.values().get(keyword);
    if (value == null) {
      return OptionalDouble.empty();
    }
    double number = value instanceof Number n ? n.doubleValue() : parsed(value);
    if (!Double.isFinite(number)) {
      throw corrupt(keyword, "is '" + value + "', not a number");
    }
    return OptionalDouble.of(number);
  }

  double number(String keyword, double missing) throws NightjarException {
    return number(keyword).orElse(missing);
  }

  private static double parsed(Object value) {
    String text = value.toString().strip().toUpperCase(Locale.ROOT).replace('D', 'E');
    try {
      return text.matches("[-+.0-9E]+") ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The header contradicts itself or the standard at this keyword. */
  static NightjarException corrupt(String keyword, String message) {
    return NightjarException.of(StandardError.CORRUPT, keyword + " " + message, keyword, REMEDY);
  }

  /** The header uses something that is not done here. */
  static NightjarException unsupported(String keyword, String message) {
    return NightjarException.of(
        StandardError.UNSUPPORTED,
        keyword + " " + message,
        keyword,
        "Positions on the sky are left out for this image");
  }
}
