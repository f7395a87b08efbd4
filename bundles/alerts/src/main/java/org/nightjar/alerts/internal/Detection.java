package org.nightjar.alerts.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.nightjar.alerts.internal.avro.Rows;
import org.nightjar.api.error.NightjarException;

/**
 * The detection of a packet, whatever record its survey keeps it in.
 *
 * @param survey {@code ztf}, {@code lsst}, {@code desirt}, {@code decat}, {@code atlas}, {@code
 *     winter}, or the first word of the schema's name
 * @param prefix before the detection's fields: {@code candidate.}, {@code diaSource.}, or {@code
 *     latest.} for the latest of an object's {@code sources}; empty if there is none
 * @param fields all fields of the packet
 */
record Detection(String survey, String prefix, Map<String, Object> fields) {
  static final String LATEST = "latest.";

  /** ZTF and its relatives write this where they have nothing to say. */
  private static final double NOTHING = -999;

  private static final List<String> TIMES = List.of("jd", "mjd", "midpointMjdTai");

  /**
   * Finds it. The latest of {@code sources} is added to the packet's fields.
   *
   * @throws NightjarException CORRUPT if the sources are
   */
  static Detection of(Schema schema, Map<String, Object> packet) throws NightjarException {
    String prefix = "";
    Map<String, Object> fields = packet;
    if (schema.getField("candidate") != null) {
      prefix = "candidate.";
    } else if (schema.getField("diaSource") != null) {
      prefix = "diaSource.";
    } else if (packet.get("sources") instanceof Rows sources) {
      prefix = LATEST;
      fields = new HashMap<>(packet);
      latest(sources, fields);
    }
    return new Detection(survey(schema, fields, prefix), prefix, fields);
  }

  private static String survey(Schema schema, Map<String, Object> fields, String prefix) {
    String publisher = String.valueOf(fields.get("publisher")).toLowerCase(Locale.ROOT);
    if (publisher.contains("ztf") && fields.containsKey(prefix + "fid")) {
      return "ztf";
    }
    String name = schema.getFullName().toLowerCase(Locale.ROOT);
    int dot = name.indexOf('.');
    if (dot > 0) {
      return name.substring(0, dot);
    }
    return prefix.equals(LATEST) ? "decat" : name;
  }

  private static void latest(Rows sources, Map<String, Object> fields) throws NightjarException {
    Map<?, ?> latest = Map.of();
    double time = Double.NEGATIVE_INFINITY;
    for (Map<?, ?> source : sources.decode()) {
      for (String name : TIMES) {
        if (source.get(name) instanceof Double own && own > time) {
          time = own;
          latest = source;
        }
      }
    }
    latest.forEach((name, value) -> fields.put(LATEST + name, value));
  }

  /** Whether there is one at all: other records travel in Avro containers too. */
  boolean there() {
    return !prefix.isEmpty() && value("jd", "mjd", "midpointMjdTai", "ra", "RA") != null;
  }

  /** The first of these fields that says something, of the detection or else of the packet. */
  Object value(String... names) {
    for (String name : names) {
      Object value = fields.get(prefix + name);
      if (value != null && !nothing(value)) {
        return value;
      }
    }
    return null;
  }

  /** As {@link #value}, of the packet around the detection. */
  Object outside(String... names) {
    for (String name : names) {
      if (fields.get(name) != null) {
        return fields.get(name);
      }
    }
    return null;
  }

  /** As {@link #value}; NaN if no such field is a number. */
  double number(String... names) {
    return value(names) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** Whether the survey writes this where it has nothing to say. */
  boolean nothing(Object value) {
    if (!survey.equals("ztf") && !survey.equals("winter")) {
      return false;
    }
    return value instanceof Number number
        ? number.doubleValue() == NOTHING
        : value instanceof String text && (text.equals("null") || text.equals("-999"));
  }
}
