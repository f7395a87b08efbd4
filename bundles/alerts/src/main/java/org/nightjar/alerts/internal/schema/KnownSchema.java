package org.nightjar.alerts.internal.schema;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.nightjar.alerts.internal.avro.PacketPlan;
import org.nightjar.api.error.NightjarException;

/**
 * A parsed schema with everything that is made of it once.
 *
 * @param schema a record
 * @param notes what had to be mended in its text
 * @param fingerprint Avro's 64-bit Rabin fingerprint of the canonical form
 * @param all decodes every field of a packet
 * @param routing decodes the few that routing needs
 */
public record KnownSchema(
    Schema schema, List<String> notes, long fingerprint, PacketPlan all, PacketPlan routing) {
  static KnownSchema of(SchemaText text, String place) throws NightjarException {
    Schema schema = text.schema();
    return new KnownSchema(
        schema,
        text.notes(),
        SchemaNormalization.parsingFingerprint64(schema),
        PacketPlan.of(schema, name -> true, place),
        PacketPlan.of(schema, RoutingFields::wanted, place));
  }

  /** The fingerprint in hexadecimal. */
  public String fingerprintText() {
    return String.format("%016x", fingerprint);
  }
}
