package org.nightjar.api.simulation;

import java.util.Objects;
import org.nightjar.api.reader.CellType;

/**
 * A column that a component fills.
 *
 * @param name what it is called where the description gives no name
 * @param type what its cells hold
 * @param width numbers in each cell, at least 1
 * @param unit in the FITS standard's spelling; empty for none
 * @param ucd what it means, in UCD1+ words of the IVOA; empty if there is no word for it
 * @param meaning one line for people
 */
public record OutputInfo(
    String name, CellType type, int width, String unit, String ucd, String meaning) {
  /** Refuses nulls and widths below 1. */
  public OutputInfo {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(ucd, "ucd");
    Objects.requireNonNull(meaning, "meaning");
    if (width < 1) {
      throw new IllegalArgumentException("the output " + name + " has width " + width);
    }
  }

  /** One double in each row. */
  public static OutputInfo real(String name, String unit, String ucd, String meaning) {
    return new OutputInfo(name, CellType.REAL, 1, unit, ucd, meaning);
  }

  /** One whole number in each row. */
  public static OutputInfo whole(String name, String ucd, String meaning) {
    return new OutputInfo(name, CellType.WHOLE, 1, "", ucd, meaning);
  }

  /** The same in another unit. */
  public OutputInfo in(String other) {
    return new OutputInfo(name, type, width, other, ucd, meaning);
  }

  /** The same under another name. */
  public OutputInfo named(String other) {
    return new OutputInfo(other, type, width, unit, ucd, meaning);
  }

  /** The same with several numbers in each row. */
  public OutputInfo wide(int numbers) {
    return new OutputInfo(name, type, numbers, unit, ucd, meaning);
  }
}
