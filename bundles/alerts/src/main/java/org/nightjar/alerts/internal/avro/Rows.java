package org.nightjar.alerts.internal.avro;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.nightjar.api.error.NightjarException;

/**
 * An array of records that was passed by: most packets are judged without their history, which is
 * most of their numbers.
 *
 * @param element what the array holds: a record, or a union of one with null
 * @param count how many
 * @param encoded the array as written
 * @param place file, for messages
 */
public record Rows(Schema element, long count, ByteBuffer encoded, String place) {
  /** Passes the next array by. */
  static Rows pass(Schema element, ByteCursor in, String place) throws NightjarException {
    int from = in.position();
    long count = Items.skip(in, () -> Values.skip(element, in));
    return new Rows(element, count, in.view(from, in.position()), place);
  }

  /** The fields of a row, null where items are not records. */
  public List<Schema.Field> fields() {
    return recordOf(element).getFields();
  }

  /** Whether an array of these is one of records. */
  static boolean holds(Schema element) {
    return recordOf(element) != null;
  }

  private static Schema recordOf(Schema element) {
    if (element.getType() == Schema.Type.RECORD) {
      return element;
    }
    if (element.getType() == Schema.Type.UNION) {
      List<Schema> others =
          element.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
      if (others.size() == 1 && others.get(0).getType() == Schema.Type.RECORD) {
        return others.get(0);
      }
    }
    return null;
  }

  /**
   * Decodes all rows; a row that is null has no values.
   *
   * @throws NightjarException CORRUPT if the bytes contradict the schema
   */
  public List<Map<?, ?>> decode() throws NightjarException {
    ByteCursor in = new ByteCursor(encoded, place, 0);
    List<Map<?, ?>> rows = new ArrayList<>();
    Items.each(
        in, () -> rows.add(Values.decode(element, in) instanceof Map<?, ?> row ? row : Map.of()));
    return rows;
  }
}
