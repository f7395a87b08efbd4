package org.nightjar.alerts.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.nightjar.alerts.internal.avro.ByteCursor;
import org.nightjar.alerts.internal.avro.PacketPlan;
import org.nightjar.alerts.internal.container.Input;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.alerts.internal.schema.KnownSchema;
import org.nightjar.alerts.internal.schema.SchemaIds;
import org.nightjar.alerts.internal.schema.Schemas;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * One packet in Confluent framing: a zero, the number of its schema (big-endian), then the packet
 * without its schema.
 */
final class Framed {
  private static final int HEAD = 5;
  private static final int LEAST = 16;
  private static final int LARGEST = 64 << 20;

  private final int id;
  private final KnownSchema schema;
  private final ByteBuffer body;
  private final String place;

  private Framed(int id, KnownSchema schema, ByteBuffer body, String place) {
    this.id = id;
    this.schema = schema;
    this.body = body;
    this.place = place;
  }

  /** The number of the schema, if these first bytes of a file are of a framed packet. */
  static OptionalInt number(ByteBuffer head, Schemas schemas) {
    if (head.remaining() < LEAST || head.get(0) != 0) {
      return OptionalInt.empty();
    }
    int id = head.getInt(1);
    return SchemaIds.rubin(id) || schemas.knows(id) ? OptionalInt.of(id) : OptionalInt.empty();
  }

  static Framed open(Input in, int id, Schemas schemas) throws NightjarException, IOException {
    KnownSchema schema = schemas.numbered(id, in.place());
    if (in.length() > LARGEST) {
      throw Damage.of(
          StandardError.TOO_LARGE, "a packet of " + in.length() + " bytes", in.place(), "");
    }
    int length = (int) in.length() - HEAD;
    return new Framed(id, schema, in.bytes(HEAD, length), in.place());
  }

  KnownSchema schema() {
    return schema;
  }

  /** Its fields. The whole packet must fit its schema, whatever the plan keeps of it. */
  Map<String, Object> decode(PacketPlan plan, Salvage salvage) throws NightjarException {
    ByteCursor cursor = new ByteCursor(body, place, HEAD);
    Map<String, Object> values = new LinkedHashMap<>();
    try {
      plan.decode(cursor, place, values);
      if (cursor.remaining() > 0) {
        throw cursor.corrupt(cursor.remaining() + " bytes are left after the packet");
      }
    } catch (NightjarException e) {
      throw Salvage.more(
          salvage.ofPacket(schema, body, e), "read by schema " + SchemaIds.describe(id));
    }
    return values;
  }
}
