package org.nightjar.fits.internal.table;

import java.util.OptionalLong;

/**
 * A field of a binary table's rows (FITS standard 4.0, section 7.3).
 *
 * @param name TTYPE
 * @param code letter of TFORM
 * @param repeat elements in a row
 * @param element letter of what the heap holds, for {@code P} and {@code Q}; otherwise a blank
 * @param offset first byte in the row
 * @param bytes bytes in the row
 * @param scale TSCAL
 * @param zero TZERO
 * @param missing TNULL
 * @param unit TUNIT, empty when there is none
 */
public record StoredColumn(
    String name,
    char code,
    int repeat,
    char element,
    int offset,
    int bytes,
    double scale,
    double zero,
    OptionalLong missing,
    String unit) {

  /** Whether rows hold references into the heap. */
  public boolean inHeap() {
    return code == 'P' || code == 'Q';
  }

  /** Whether rows hold whole numbers that need no scaling but an offset. */
  public boolean integer() {
    return "LBIJK".indexOf(code) >= 0 && scale == 1.0 && zero == Math.rint(zero);
  }

  /** Whether rows hold plain numbers or flags. */
  public boolean numeric() {
    return "LBIJKED".indexOf(code) >= 0;
  }

  /** Bytes of one element in the heap. */
  public int heapElementBytes() {
    return Math.max(1, elementBytes(element));
  }

  static int elementBytes(char code) {
    return switch (code) {
      case 'L', 'B', 'A' -> 1;
      case 'I' -> 2;
      case 'J', 'E' -> 4;
      case 'K', 'D', 'C', 'P' -> 8;
      case 'M', 'Q' -> 16;
      default -> 0;
    };
  }
}
