package org.nightjar.alerts.internal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.nightjar.alerts.internal.stamp.Stamp;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;

/** Facts of a packet: what means the same everywhere, then all its fields but the stamps. */
final class AlertFacts {
  /** What {@code stamps} says: there are pixels, pictures only, or nothing. */
  static final String STAMPS = "stamps";

  private static final double UNIX_EPOCH_JD = 2440587.5;
  private static final double UNIX_EPOCH_MJD = 40587.0;
  private static final double SECONDS_PER_DAY = 86400.0;

  /** Since 2017; Rubin's first alert is younger. */
  private static final double TAI_MINUS_UTC = 37.0;

  private static final List<String> ZTF_BANDS = List.of("g", "r", "i");

  private final Schema schema;
  private final Map<String, Object> packet;
  private final Map<?, ?> detection;

  AlertFacts(Schema schema, Map<String, Object> packet) {
    this.schema = schema;
    this.packet = packet;
    Object candidate = packet.get("candidate");
    Object nested = candidate instanceof Map ? candidate : packet.get("diaSource");
    this.detection = nested instanceof Map<?, ?> map ? map : Map.of();
  }

  /** Whether there is a detection at all: other records travel in Avro containers too. */
  boolean alert() {
    return !detection.isEmpty();
  }

  /** The few facts that routing needs. */
  Facts routing() {
    return new Facts(common());
  }

  /** Everything. */
  Facts all() {
    Map<String, Object> facts = common();
    facts.put(STAMPS, stamps());
    flatten("", packet, facts);
    return new Facts(facts);
  }

  private Map<String, Object> common() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(FactNames.FORMAT, format());
    observed(facts);
    Object object = packet.getOrDefault("objectId", packet.get("objectid"));
    if (object == null) {
      object = detection.get("diaObjectId");
    }
    facts.put(FactNames.OBJECT, object == null ? null : object.toString());
    Object candid = packet.getOrDefault("candid", detection.get("candid"));
    facts.put("candid", candid == null ? packet.get("diaSourceId") : candid);
    angle(facts, FactNames.RA, 0, 360);
    angle(facts, FactNames.DEC, -90, 90);
    facts.put(FactNames.BAND, band());
    facts.put("schemaVersion", version());
    facts.values().removeIf(java.util.Objects::isNull);
    return facts;
  }

  private String format() {
    String publisher = String.valueOf(packet.get("publisher")).toLowerCase(Locale.ROOT);
    String space = schema.getNamespace() == null ? "" : schema.getNamespace();
    String survey =
        space.isEmpty() ? schema.getName() : space.substring(0, (space + ".").indexOf('.'));
    if (publisher.contains("ztf") && detection.containsKey("fid")) {
      survey = "ztf";
    }
    String version = version();
    return version == null ? survey : survey + " " + version;
  }

  private String version() {
    Object own = packet.get("schemavsn");
    if (own == null) {
      own = schema.getObjectProp("version");
    }
    return own == null ? null : own.toString();
  }

  private void observed(Map<String, Object> facts) {
    if (detection.get("jd") instanceof Double jd) {
      time(facts, (jd - UNIX_EPOCH_JD) * SECONDS_PER_DAY);
    } else if (detection.get("mjd") instanceof Double mjd) {
      time(facts, (mjd - UNIX_EPOCH_MJD) * SECONDS_PER_DAY);
    } else if (detection.get("midpointMjdTai") instanceof Double mjd) {
      time(facts, (mjd - UNIX_EPOCH_MJD) * SECONDS_PER_DAY - TAI_MINUS_UTC);
    }
  }

  private static void time(Map<String, Object> facts, double seconds) {
    if (Math.abs(seconds) < 1e11) {
      facts.put(FactNames.OBSERVED, Instant.ofEpochMilli(Math.round(seconds * 1000)).toString());
    }
  }

  private void angle(Map<String, Object> facts, String name, double least, double most) {
    for (Map.Entry<?, ?> field : detection.entrySet()) {
      if (name.equalsIgnoreCase(field.getKey().toString())
          && field.getValue() instanceof Double degrees
          && degrees >= least
          && degrees <= most) {
        facts.put(name, degrees);
      }
    }
  }

  private String band() {
    Object fid = detection.get("fid");
    if (fid instanceof Long number && number >= 1 && number <= ZTF_BANDS.size()) {
      return ZTF_BANDS.get((int) (number - 1));
    }
    for (String name : List.of("band", "filter", "filterName")) {
      if (detection.get(name) instanceof String band) {
        return band;
      }
    }
    return null;
  }

  private String stamps() {
    String found = "none";
    for (ByteBuffer stamp : StampFields.of(packet).values()) {
      if (Stamp.recognises(stamp)) {
        return "fits";
      }
      found = Stamp.picture(stamp) ? "jpeg" : found;
    }
    return found;
  }

  private static void flatten(String prefix, Map<?, ?> record, Map<String, Object> facts) {
    record.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> nested) {
            flatten(prefix + name + ".", nested, facts);
          } else if (value instanceof List<?> list) {
            facts.put(prefix + name, list.stream().map(AlertFacts::item).toList());
          } else if (value != null && !(value instanceof ByteBuffer)) {
            facts.putIfAbsent(prefix + name, value);
          }
        });
  }

  private static Object item(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      flatten("", map, plain);
      return plain;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(AlertFacts::item).toList();
    }
    return value == null || value instanceof ByteBuffer ? "" : value;
  }
}
