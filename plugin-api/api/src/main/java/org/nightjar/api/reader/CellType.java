package org.nightjar.api.reader;

/** What the cells of a column of numbers hold. */
public enum CellType {
  /** Doubles. */
  REAL(Double.BYTES),
  /** Floats. */
  SINGLE(Float.BYTES),
  /** Longs. */
  WHOLE(Long.BYTES);

  private final int bytes;

  CellType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }
}
