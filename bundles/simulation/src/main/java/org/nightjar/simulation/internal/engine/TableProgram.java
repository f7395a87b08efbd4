package org.nightjar.simulation.internal.engine;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.reader.CellType;
import org.nightjar.api.reader.TableField;
import org.nightjar.api.reader.TableLayout;
import org.nightjar.simulation.internal.plan.Call;
import org.nightjar.simulation.internal.plan.Column;
import org.nightjar.simulation.internal.plan.TablePlan;

/** How the rows of a table are made: calls in order, an array for each column. */
public final class TableProgram {
  private final TablePlan table;
  private final PreparedSky sky;
  private final List<Call> order;
  private final Map<Column, Integer> slots = new IdentityHashMap<>();
  private final List<Column> columns = new ArrayList<>();

  /** The program of a table. */
  public TableProgram(TablePlan table, PreparedSky sky) {
    this.table = table;
    this.sky = sky;
    this.order = PreparedSky.order(table);
    for (Call call : order) {
      for (Column column : call.outputs()) {
        slots.put(column, columns.size());
        columns.add(column);
      }
    }
  }

  TablePlan table() {
    return table;
  }

  PreparedSky sky() {
    return sky;
  }

  List<Call> order() {
    return order;
  }

  int slot(Column column) {
    return slots.get(column);
  }

  List<Column> columns() {
    return columns;
  }

  /** Arrays for a chunk of at most so many rows. */
  public Workspace workspace(int rows) {
    return new Workspace(this, rows);
  }

  /** Bytes of the arrays for one row. */
  public long rowBytes() {
    return Long.BYTES + columns.stream().mapToLong(Column::bytes).sum();
  }

  /** What its file looks like. */
  public TableLayout layout(Map<String, String> metadata) {
    List<TableField> fields = new ArrayList<>();
    fields.add(
        new TableField(
            "id", CellType.WHOLE, 1, "", "meta.id;meta.main", "object, the same in all products"));
    for (String name : table.written()) {
      Column column = table.columns().get(name);
      fields.add(
          new TableField(
              name,
              column.info().type(),
              column.info().width(),
              column.info().unit(),
              column.info().ucd(),
              column.info().meaning()));
    }
    return new TableLayout(table.name(), fields, new LinkedHashMap<>(metadata));
  }
}
