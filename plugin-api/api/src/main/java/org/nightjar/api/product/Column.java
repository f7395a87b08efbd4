package org.nightjar.api.product;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param name name as stored
 * @param numeric whether values are numbers (otherwise text)
 * @param unit unit as stored; empty when there is none
 * @param width values per row; 1 for a scalar
 */
public record Column(String name, boolean numeric, String unit, int width) {
  /** Refuses nulls and widths below one. */
  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    if (width < 1) {
      throw new IllegalArgumentException("column " + name + " has width " + width);
    }
  }
}
