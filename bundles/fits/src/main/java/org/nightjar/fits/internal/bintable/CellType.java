package org.nightjar.fits.internal.bintable;

/** What the cells of a column are stored as; {@code null} is an undefined cell. */
public enum CellType {
  /** A {@code Boolean}, {@code L}. */
  LOGICAL('L', 1),
  /** An {@code Integer}, {@code J}; undefined is its smallest value, named by TNULL. */
  INT('J', 4),
  /** A {@code Long}, {@code K}; undefined is its smallest value, named by TNULL. */
  LONG('K', 8),
  /** A {@code Float}, {@code E}; undefined is NaN. */
  FLOAT('E', 4),
  /** A {@code Double}, {@code D}; undefined is NaN. */
  DOUBLE('D', 8),
  /** A {@code String}, {@code A}, as wide as the longest; undefined is blank. */
  TEXT('A', 1);

  private final char letter;
  private final int bytes;

  CellType(char letter, int bytes) {
    this.letter = letter;
    this.bytes = bytes;
  }

  /** The letter in TFORM. */
  char letter() {
    return letter;
  }

  /** Bytes of one element. */
  int bytes() {
    return bytes;
  }

  /** What TNULL says; {@code null} for types without it. */
  Number undefined() {
    return switch (this) {
      case INT -> Integer.MIN_VALUE;
      case LONG -> Long.MIN_VALUE;
      default -> null;
    };
  }
}
