package org.nightjar.simulation.internal.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table to make.
 *
 * @param name of the table
 * @param rows where its rows come from
 * @param columns all columns by name, in the order of the description
 * @param select what a row must fulfil to be written
 * @param written the names of the columns that are written, in order
 */
public record TablePlan(
    String name,
    Rows rows,
    Map<String, Column> columns,
    List<Condition> select,
    List<String> written) {
  /** Copies the collections. */
  public TablePlan {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    select = List.copyOf(select);
    written = List.copyOf(written);
  }

  /** Bytes of a written row, with the id. */
  public long rowBytes() {
    return Long.BYTES + written.stream().mapToLong(name -> columns.get(name).bytes()).sum();
  }
}
