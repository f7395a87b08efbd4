package org.nightjar.alerts.internal.schema;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/** Numbers of schemas in Confluent framing. */
public final class SchemaIds {
  /** Rubin numbers its schemas 100 times the major version plus the minor one. */
  private static final Pattern RUBIN = Pattern.compile("lsst\\.v(\\d{1,4})_(\\d{1,2})");

  private static final int LEAST_RUBIN = 700;
  private static final int MOST_RUBIN = 1299;

  private SchemaIds() {}

  /** The number that a schema's own name tells, if it does. */
  public static OptionalInt of(Schema schema) {
    Matcher version = RUBIN.matcher(schema.getNamespace() == null ? "" : schema.getNamespace());
    if (!version.matches() || !schema.getName().equals("alert")) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        100 * Integer.parseInt(version.group(1)) + Integer.parseInt(version.group(2)));
  }

  /** Whether Rubin numbers its schemas so, known or not. */
  public static boolean rubin(int id) {
    return id >= LEAST_RUBIN && id <= MOST_RUBIN;
  }

  /** What a number says of its schema, for messages. */
  public static String describe(int id) {
    return rubin(id) ? id + " (Rubin " + id / 100 + "." + id % 100 + ")" : Integer.toString(id);
  }
}
