package org.nightjar.tables.internal;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param name lower-case words joined by underscores, or as a task named its number
 * @param unit in the FITS standard's spelling; empty for none
 * @param ucd what it means, in UCD1+ words of the IVOA; empty if there is no word for it
 * @param cell the cell of a row, of the type's class; {@code null} where there is nothing
 * @param <R> a row
 */
record Column<R>(
    String name,
    ColumnType type,
    String unit,
    String ucd,
    String description,
    Function<R, Object> cell) {

  static <R> Column<R> of(
      String name, ColumnType type, String ucd, String description, Function<R, Object> cell) {
    return new Column<>(name, type, "", ucd, description, cell);
  }
}
