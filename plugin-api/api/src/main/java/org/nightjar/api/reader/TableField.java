package org.nightjar.api.reader;

import java.util.Objects;

/**
 * A column of a table to write.
 *
 * @param name letters, digits and underscores
 * @param type what its cells hold
 * @param width numbers in each cell, at least 1
 * @param unit in the FITS standard's spelling; empty for none
 * @param ucd what it means, in UCD1+ words of the IVOA; empty if there is no word for it
 * @param description one line for people; may be empty
 */
public record TableField(
    String name, CellType type, int width, String unit, String ucd, String description) {
  /** Refuses nulls and widths below 1. */
  public TableField {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(ucd, "ucd");
    Objects.requireNonNull(description, "description");
    if (width < 1) {
      throw new IllegalArgumentException("the column " + name + " has width " + width);
    }
  }

  /** Bytes of one cell. */
  public int bytes() {
    return Math.multiplyExact(width, type.bytes());
  }
}
