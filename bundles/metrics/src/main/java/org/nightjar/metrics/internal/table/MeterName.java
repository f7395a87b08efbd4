package org.nightjar.metrics.internal.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as Prometheus has it.
 *
 * @param exposed with prefix and unit, but without the {@code _total} of a counter
 */
public record MeterName(String exposed) {
  private static final String PREFIX = "nightjar_";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z0-9]+)*");
  private static final Pattern UNIT = Pattern.compile("([a-z][a-z0-9]*(_[a-z0-9]+)*)?");

  /** Words that Prometheus itself puts at the end. */
  private static final Pattern RESERVED =
      Pattern.compile(".*_(bucket|count|created|info|sum|total)");

  static MeterName of(String name, String unit) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name for a meter: write lower-case words with points between them");
    }
    if (!UNIT.matcher(unit).matches()) {
      throw new IllegalArgumentException(
          "'" + unit + "' is no unit for " + name + ": write it like bytes or seconds");
    }
    String exposed = PREFIX + name.replace('.', '_');
    if (!unit.isEmpty() && !exposed.endsWith("_" + unit)) {
      exposed += "_" + unit;
    }
    Matcher reserved = RESERVED.matcher(exposed);
    if (reserved.matches()) {
      throw new IllegalArgumentException(
          name + " must not end with '" + reserved.group(1) + "': Prometheus adds that itself");
    }
    return new MeterName(exposed);
  }

  @Override
  public String toString() {
    return exposed;
  }
}
