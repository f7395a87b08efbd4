package org.nightjar.alerts.internal.avro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.nightjar.api.error.NightjarException;

/**
 * Decodes values by the schema they were written with, into plain ones: records and maps as {@link
 * Map}, arrays as {@link List}, bytes as views of the packet's own bytes (so that a stamp costs
 * nothing until somebody looks at it). Or passes them by.
 */
public final class Values {
  private static final int DEEPEST = 64;

  private final ByteCursor in;

  private Values(ByteCursor in) {
    this.in = in;
  }

  /**
   * Decodes the next value.
   *
   * @throws NightjarException CORRUPT if the bytes contradict the schema
   */
  public static Object decode(Schema schema, ByteCursor in) throws NightjarException {
    return new Values(in).value(schema, 0);
  }

  /**
   * Passes the next value by without keeping anything of it.
   *
   * @throws NightjarException CORRUPT if the bytes contradict the schema
   */
  public static void skip(Schema schema, ByteCursor in) throws NightjarException {
    new Values(in).pass(schema, 0);
  }

  private Object value(Schema schema, int depth) throws NightjarException {
    enter(depth);
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
      case ENUM -> symbol(schema, in);
      case UNION -> value(branch(schema), depth + 1);
      case RECORD -> record(schema, depth);
      case ARRAY -> array(schema.getElementType(), depth);
      case MAP -> map(schema.getValueType(), depth);
    };
  }

  private void enter(int depth) throws NightjarException {
    in.step();
    if (depth > DEEPEST) {
      throw in.corrupt("values nested deeper than " + DEEPEST);
    }
  }

  private Map<String, Object> record(Schema schema, int depth) throws NightjarException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Schema.Field field : schema.getFields()) {
      values.put(field.name(), value(field.schema(), depth + 1));
    }
    return values;
  }

  private List<Object> array(Schema element, int depth) throws NightjarException {
    List<Object> items = new ArrayList<>();
    Items.each(in, () -> items.add(value(element, depth + 1)));
    return items;
  }

  private Map<String, Object> map(Schema element, int depth) throws NightjarException {
    Map<String, Object> entries = new LinkedHashMap<>();
    Items.each(in, () -> entries.put(in.readString(), value(element, depth + 1)));
    return entries;
  }

  private Schema branch(Schema union) throws NightjarException {
    List<Schema> types = union.getTypes();
    return types.get(in.readIndex(types.size(), "union branch"));
  }

  static String symbol(Schema schema, ByteCursor in) throws NightjarException {
    List<String> symbols = schema.getEnumSymbols();
    return symbols.get(in.readIndex(symbols.size(), "enum symbol"));
  }

  private void pass(Schema schema, int depth) throws NightjarException {
    enter(depth);
    switch (schema.getType()) {
      case NULL -> {}
      case BOOLEAN -> in.readBoolean();
      case INT -> in.readInt();
      case LONG -> in.readLong();
      case FLOAT -> in.skip(Float.BYTES);
      case DOUBLE -> in.skip(Double.BYTES);
      case STRING, BYTES -> in.skip(in.readLong());
      case FIXED -> in.skip(schema.getFixedSize());
      case ENUM -> in.readIndex(schema.getEnumSymbols().size(), "enum symbol");
      case UNION -> pass(branch(schema), depth + 1);
      case RECORD -> {
        for (Schema.Field field : schema.getFields()) {
          pass(field.schema(), depth + 1);
        }
      }
      case ARRAY -> Items.skip(in, () -> pass(schema.getElementType(), depth + 1));
      case MAP ->
          Items.skip(
              in,
              () -> {
                in.skip(in.readLong());
                pass(schema.getValueType(), depth + 1);
              });
    }
  }
}
