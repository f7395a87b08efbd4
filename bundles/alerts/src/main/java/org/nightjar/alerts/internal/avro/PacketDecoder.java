package org.nightjar.alerts.internal.avro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.nightjar.api.error.NightjarException;

/**
 * Decodes one packet by the schema it was written with, into plain values: records and maps as
 * {@link Map}, arrays as {@link List}, bytes as views of the packet's own bytes (so that a stamp
 * costs nothing until somebody looks at it).
 */
public final class PacketDecoder {
  private static final int DEEPEST = 64;

  /** Items that take no bytes at all must not be counted into the billions. */
  private static final int MOST_EMPTY_ITEMS = 10_000;

  private final ByteCursor in;

  private PacketDecoder(ByteCursor in) {
    this.in = in;
  }

  /**
   * Decodes the next packet.
   *
   * @param schema a record
   * @throws NightjarException CORRUPT if the bytes contradict the schema
   */
  public static Map<String, Object> decode(Schema schema, ByteCursor in) throws NightjarException {
    return new PacketDecoder(in).record(schema, 0);
  }

  private Map<String, Object> record(Schema schema, int depth) throws NightjarException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Schema.Field field : schema.getFields()) {
      values.put(field.name(), value(field.schema(), depth + 1));
    }
    return values;
  }

  private Object value(Schema schema, int depth) throws NightjarException {
    if (depth > DEEPEST) {
      throw in.corrupt("records nested deeper than " + DEEPEST);
    }
    return switch (schema.getType()) {
      case NULL -> null;
      case BOOLEAN -> in.readBoolean();
      case INT -> in.readInt();
      case LONG -> in.readLong();
      case FLOAT -> (double) in.readFloat();
      case DOUBLE -> in.readDouble();
      case STRING -> in.readString();
      case BYTES -> in.readBytes();
      case FIXED -> in.readFixed(schema.getFixedSize());
      case ENUM -> schema.getEnumSymbols().get(index(schema.getEnumSymbols().size(), "symbol"));
      case UNION -> value(schema.getTypes().get(index(schema.getTypes().size(), "branch")), depth);
      case RECORD -> record(schema, depth);
      case ARRAY -> array(schema.getElementType(), depth);
      case MAP -> map(schema.getValueType(), depth);
    };
  }

  private int index(int count, String what) throws NightjarException {
    long index = in.readInt();
    if (index < 0 || index >= count) {
      throw in.corrupt(what + " " + index + " of " + count);
    }
    return (int) index;
  }

  private List<Object> array(Schema element, int depth) throws NightjarException {
    List<Object> items = new ArrayList<>();
    for (long count = blockCount(); count != 0; count = blockCount()) {
      for (long i = 0; i < count; i++) {
        items.add(value(element, depth + 1));
      }
    }
    return items;
  }

  private Map<String, Object> map(Schema element, int depth) throws NightjarException {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (long count = blockCount(); count != 0; count = blockCount()) {
      for (long i = 0; i < count; i++) {
        entries.put(in.readString(), value(element, depth + 1));
      }
    }
    return entries;
  }

  private long blockCount() throws NightjarException {
    long count = in.readLong();
    if (count < 0) {
      count = -count;
      in.readLong();
    }
    if (count < 0 || count > Math.max(in.remaining(), MOST_EMPTY_ITEMS)) {
      throw in.corrupt("a list of " + count + " items in " + in.remaining() + " bytes");
    }
    return count;
  }
}
