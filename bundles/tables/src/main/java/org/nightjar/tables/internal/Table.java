package org.nightjar.tables.internal;

import java.io.IOException;
import java.util.List;
import org.nightjar.api.error.NightjarException;

/**
 * A table whose rows are made one after the other.
 *
 * @param columns the columns, in order
 * @param rows gives the rows
 * @param <R> a row
 */
record Table<R>(List<Column<R>> columns, Rows<R> rows) {
  /** Copies the list. */
  Table {
    columns = List.copyOf(columns);
  }

  /** Gives rows. */
  @FunctionalInterface
  interface Rows<R> {
    void each(RowTaker<R> taker) throws NightjarException, IOException;
  }

  /** Takes rows. */
  @FunctionalInterface
  interface RowTaker<R> {
    void take(R row) throws IOException;
  }
}
