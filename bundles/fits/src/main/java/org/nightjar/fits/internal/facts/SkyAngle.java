package org.nightjar.fits.internal.facts;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Angles as headers write them: degrees, or sexagesimal. */
public final class SkyAngle {
  private static final Pattern SEXAGESIMAL =
      Pattern.compile(
          "([+-]?)\\s*(\\d{1,3})[:\\s hd]+(\\d{1,2})(?:[:\\s m]+(\\d{1,2}(?:\\.\\d*)?))?s?");
  private static final double DEGREES_PER_HOUR = 15.0;

  private SkyAngle() {}

  /** Right ascension in degrees: sexagesimal text is in hours. */
  public static OptionalDouble rightAscension(Object value) {
    OptionalDouble degrees = degrees(value, DEGREES_PER_HOUR);
    return degrees.isPresent() && degrees.getAsDouble() >= 0 && degrees.getAsDouble() < 360
        ? degrees
        : OptionalDouble.empty();
  }

  /** Declination in degrees. */
  public static OptionalDouble declination(Object value) {
    OptionalDouble degrees = degrees(value, 1.0);
    return degrees.isPresent() && Math.abs(degrees.getAsDouble()) <= 90
        ? degrees
        : OptionalDouble.empty();
  }

  private static OptionalDouble degrees(Object value, double factor) {
    if (value instanceof Number n) {
      return OptionalDouble.of(n.doubleValue());
    }
    String text = String.valueOf(value).strip();
    Matcher matcher = SEXAGESIMAL.matcher(text);
    if (matcher.matches()) {
      double minutes = Double.parseDouble(matcher.group(3));
      double seconds = matcher.group(4) == null ? 0 : Double.parseDouble(matcher.group(4));
      double size = Double.parseDouble(matcher.group(2)) + minutes / 60 + seconds / 3600;
      boolean sane = minutes < 60 && seconds < 60.5;
      double signed = matcher.group(1).equals("-") ? -size : size;
      return sane ? OptionalDouble.of(signed * factor) : OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
