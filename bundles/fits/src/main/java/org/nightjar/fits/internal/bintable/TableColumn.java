package org.nightjar.fits.internal.bintable;

import java.util.function.Function;

/**
 * A column of a table to write.
 *
 * @param name letters, digits and underscores
 * @param unit in the FITS standard's spelling; empty for none
 * @param description for people
 * @param cell the cell of a row, of the type's class; {@code null} where there is nothing
 * @param <R> a row
 */
public record TableColumn<R>(
    String name, CellType type, String unit, String description, Function<R, Object> cell) {

  /** A column without a unit. */
  public static <R> TableColumn<R> of(
      String name, CellType type, String description, Function<R, Object> cell) {
    return new TableColumn<>(name, type, "", description, cell);
  }
}
