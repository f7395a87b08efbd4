package org.nightjar.alerts.internal;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.nightjar.alerts.internal.avro.Rows;
import org.nightjar.alerts.internal.schema.KnownSchema;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;

/** Facts of a packet: what means the same everywhere, then its fields but stamps and histories. */
final class AlertFacts {
  private static final List<String> ZTF_BANDS = List.of("g", "r", "i");
  private static final double FIRST_DRB = 3.3;

  private final KnownSchema known;
  private final Map<String, Object> packet;
  private final Detection detection;

  AlertFacts(KnownSchema known, Map<String, Object> packet) throws NightjarException {
    this.known = known;
    this.packet = packet;
    this.detection = Detection.of(known.schema(), packet);
  }

  /** Whether there is a detection at all: other records travel in Avro containers too. */
  boolean alert() {
    return detection.there();
  }

  /** The few facts that routing needs. */
  Facts routing() {
    return new Facts(common());
  }

  /** Everything. */
  Facts all() {
    Map<String, Object> facts = common();
    facts.put(FactNames.POSITIVE, Sign.positive(detection));
    Photometry.of(detection, facts);
    scores(facts);
    facts.put("stamps", StampFields.summary(packet));
    StampFields.states(packet, addresses())
        .forEach((stamp, state) -> facts.put("stamps." + stamp, state));
    if (!known.notes().isEmpty()) {
      facts.put("schemaNotes", known.notes());
    }
    facts.values().removeIf(Objects::isNull);
    raw(facts);
    return new Facts(facts);
  }

  private Map<String, Object> common() {
    Map<String, Object> facts = new LinkedHashMap<>();
    String version = version();
    facts.put(
        FactNames.FORMAT,
        version == null ? detection.survey() : detection.survey() + " " + version);
    facts.put(FactNames.SURVEY, detection.survey());
    facts.put(FactNames.SCHEMA_VERSION, version);
    facts.put(FactNames.OBSERVED, Moment.of(detection));
    Object object = detection.outside("objectId", "objectid", "object_id");
    facts.put(
        FactNames.OBJECT,
        text(object == null ? detection.value("diaObjectId", "ssObjectId") : object));
    Object candid = packet.getOrDefault("candid", detection.value("candid"));
    candid = candid == null ? detection.outside("diaSourceId") : candid;
    candid = candid == null ? detection.value("diaSourceId", "sourceid", "source_id") : candid;
    facts.put("candid", candid);
    facts.put(FactNames.CANDIDATE_ID, text(candid));
    Object alert = packet.get("alertId");
    facts.put(FactNames.ALERT_ID, text(alert == null ? candid : alert));
    angle(facts, FactNames.RA, 0, 360, "ra", "RA");
    angle(facts, FactNames.DEC, -90, 90, "dec", "Dec", "DEC");
    facts.put(FactNames.BAND, band());
    facts.values().removeIf(Objects::isNull);
    return facts;
  }

  private static String text(Object id) {
    return id == null ? null : id.toString();
  }

  private String version() {
    Object own = packet.get("schemavsn");
    if (own == null) {
      own = known.schema().getObjectProp("version");
    }
    if (own == null) {
      Schema schema = known.schema();
      String space = schema.getNamespace() == null ? "" : schema.getNamespace();
      own =
          space.matches(".*\\.v\\d+_\\d+")
              ? space.replaceAll(".*\\.v(\\d+)_(\\d+)", "$1.$2")
              : null;
    }
    return text(own);
  }

  private void angle(
      Map<String, Object> facts, String name, double least, double most, String... names) {
    double degrees = detection.number(names);
    if (Double.isNaN(degrees) && detection.outside(names) instanceof Double own) {
      degrees = own;
    }
    if (degrees >= least && degrees <= most) {
      facts.put(name, degrees);
    }
  }

  private String band() {
    if (detection.survey().equals("ztf")
        && detection.value("fid") instanceof Long number
        && number >= 1
        && number <= ZTF_BANDS.size()) {
      return ZTF_BANDS.get((int) (number - 1));
    }
    return detection.value("band", "filter", "filterName") instanceof String band ? band : null;
  }

  private void scores(Map<String, Object> facts) {
    facts.put("rb", detection.value("rb"));
    facts.put("reliability", detection.value("reliability"));
    if (drb()) {
      facts.put("drb", detection.value("drb"));
      facts.put("drbVersion", detection.value("drbversion"));
    }
  }

  /** Before 3.3 nobody computed it; what was converted since may hold a zero there. */
  private boolean drb() {
    Object version = detection.value("drbversion");
    if (version instanceof String text && !text.isBlank()) {
      return true;
    }
    String schema = version();
    return schema != null
        && schema.matches("\\d+(\\.\\d+)?")
        && Double.parseDouble(schema) >= FIRST_DRB;
  }

  private boolean addresses() {
    return detection.prefix().equals(Detection.LATEST)
        && detection.fields().values().stream()
            .anyMatch(value -> value instanceof String text && text.startsWith("http"));
  }

  private void raw(Map<String, Object> facts) {
    boolean drb = drb();
    detection
        .fields()
        .forEach(
            (name, value) -> {
              if (value instanceof Rows rows) {
                facts.putIfAbsent(name + ".count", rows.count());
              } else if (!(value instanceof ByteBuffer)
                  && value != null
                  && !detection.nothing(value)
                  && (drb || !name.startsWith("candidate.drb"))) {
                facts.putIfAbsent(name, Plain.of(value));
              }
            });
  }
}
