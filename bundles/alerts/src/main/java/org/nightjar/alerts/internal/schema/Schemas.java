package org.nightjar.alerts.internal.avro;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;

/**
 * Parsed schemas by their bytes. Every ZTF packet carries its whole schema, and parsing it takes
 * ten times as long as decoding the packet.
 */
public final class Schemas {
  private static final int MOST = 64;

  private final Map<ByteBuffer, Schema> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Schema> eldest) {
          return size() > MOST;
        }
      };

  /**
   * The schema that these bytes spell.
   *
   * @throws NightjarException CORRUPT if it is none, or not of a record
   */
  public Schema parse(ByteBuffer json, String place) throws NightjarException {
    synchronized (known) {
      Schema schema = known.get(json);
      if (schema == null) {
        schema = parseNew(json, place);
        byte[] copy = new byte[json.remaining()];
        json.duplicate().get(copy);
        known.put(ByteBuffer.wrap(copy).asReadOnlyBuffer(), schema);
      }
      return schema;
    }
  }

  private static Schema parseNew(ByteBuffer json, String place) throws NightjarException {
    String text = StandardCharsets.UTF_8.decode(json.duplicate()).toString();
    Schema schema;
    try {
      schema = new Schema.Parser().parse(text);
    } catch (AvroRuntimeException | IllegalArgumentException e) {
      throw Damage.corrupt("the schema is not valid Avro: " + e.getMessage(), place, e);
    }
    if (schema.getType() != Schema.Type.RECORD) {
      throw Damage.corrupt("the schema is of a " + schema.getType() + ", not a record", place);
    }
    return schema;
  }
}
