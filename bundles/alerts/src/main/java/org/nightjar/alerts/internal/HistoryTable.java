package org.nightjar.alerts.internal;

import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.nightjar.alerts.internal.avro.Rows;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Column;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.TablePart;

/** Earlier detections and the like as a table, decoded when a value is first asked for. */
final class HistoryTable implements TablePart {
  private final PartInfo info;
  private final Rows rows;
  private final List<Column> columns;
  private List<Map<?, ?>> decoded;

  HistoryTable(String name, int index, Rows rows) {
    this.info = new PartInfo(name, index, Facts.NONE);
    this.rows = rows;
    this.columns = columns(rows.fields());
  }

  private static List<Column> columns(List<Schema.Field> fields) {
    List<Column> columns = new ArrayList<>();
    for (Schema.Field field : fields) {
      List<Schema> types =
          field.schema().isUnion() ? field.schema().getTypes() : List.of(field.schema());
      List<Schema.Type> own =
          types.stream().map(Schema::getType).filter(type -> type != Schema.Type.NULL).toList();
      if (own.size() == 1) {
        switch (own.get(0)) {
          case BOOLEAN, INT, LONG, FLOAT, DOUBLE ->
              columns.add(new Column(field.name(), true, "", 1));
          case STRING, ENUM -> columns.add(new Column(field.name(), false, "", 1));
          default -> {}
        }
      }
    }
    return List.copyOf(columns);
  }

  @Override
  public PartInfo info() {
    return info;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public long rows() {
    return rows.count();
  }

  @Override
  public void read(String column, long first, DoubleBuffer target) throws NightjarException {
    for (Object value : values(column, first, target.remaining(), true)) {
      target.put(value instanceof Number number ? number.doubleValue() : Double.NaN);
    }
  }

  @Override
  public void read(String column, long first, LongBuffer target) throws NightjarException {
    for (Object value : values(column, first, target.remaining(), true)) {
      if (!(value instanceof Long number)) {
        throw bad(column + " has values that are not integers");
      }
      target.put(number);
    }
  }

  @Override
  public List<String> text(String column, long first, int count) throws NightjarException {
    return values(column, first, count, false).stream()
        .map(value -> value == null ? "" : value.toString())
        .toList();
  }

  private List<Object> values(String column, long first, int count, boolean numeric)
      throws NightjarException {
    boolean there =
        columns.stream().anyMatch(c -> c.name().equals(column) && (c.numeric() || !numeric));
    if (!there || first < 0 || first > rows()) {
      throw bad("no such column or row: " + column + " from row " + first);
    }
    List<Object> values = new ArrayList<>();
    List<Map<?, ?>> all = decoded();
    for (long row = first; row < Math.min(first + count, rows()); row++) {
      Object value = all.get((int) row).get(column);
      values.add(value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : value);
    }
    return values;
  }

  private synchronized List<Map<?, ?>> decoded() throws NightjarException {
    if (decoded == null) {
      decoded = rows.decode();
    }
    return decoded;
  }

  private NightjarException bad(String message) {
    return Damage.of(StandardError.BAD_ARGUMENT, message, rows.place() + ", " + info.name(), "");
  }
}
