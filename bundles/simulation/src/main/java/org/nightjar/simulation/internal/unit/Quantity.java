package org.nightjar.simulation.internal.unit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with a unit, as people write it: {@code 10 deg2}.
 *
 * @param value the number
 * @param unit the unit's text; empty if there was none
 */
public record Quantity(double value, String unit) {
  private static final Pattern FORM =
      Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*(\\D.*)?");

  /** The quantity that a text is; empty if it does not begin with a number. */
  public static Optional<Quantity> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String unit = matcher.group(2) == null ? "" : matcher.group(2).strip();
    return Optional.of(new Quantity(Double.parseDouble(matcher.group(1)), unit));
  }
}
