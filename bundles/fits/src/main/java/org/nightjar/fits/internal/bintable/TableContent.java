package org.nightjar.fits.internal.bintable;

import java.io.IOException;
import java.util.List;

/**
 * A table to write.
 *
 * @param name EXTNAME
 * @param columns the columns, in order
 * @param rows gives the rows, the same ones each time
 * @param <R> a row
 */
public record TableContent<R>(String name, List<TableColumn<R>> columns, Rows<R> rows) {
  /** Copies the list. */
  public TableContent {
    columns = List.copyOf(columns);
  }

  /** Gives rows. */
  @FunctionalInterface
  public interface Rows<R> {
    /** Gives all rows, in order. */
    void each(RowTaker<R> taker) throws IOException;
  }

  /** Takes rows. */
  @FunctionalInterface
  public interface RowTaker<R> {
    /** Takes the next row. */
    void take(R row) throws IOException;
  }
}
