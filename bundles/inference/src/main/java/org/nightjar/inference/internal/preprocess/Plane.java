package org.nightjar.inference.internal.preprocess;

/**
 * One channel of one sample on its way to the network: an image, row after row, or a single number
 * (1 x 1). Steps change the values in place, or put a new array of another size in their stead.
 */
public final class Plane {
  private float[] values;
  private int rows;
  private int columns;

  /** A plane over this array, which it owns from now on. */
  public Plane(float[] values, int rows, int columns) {
    replace(values, rows, columns);
  }

  /** The pixels, row after row. */
  public float[] values() {
    return values;
  }

  /** Height in pixels. */
  public int rows() {
    return rows;
  }

  /** Width in pixels. */
  public int columns() {
    return columns;
  }

  void replace(float[] newValues, int newRows, int newColumns) {
    if (newValues.length != (long) newRows * newColumns) {
      throw new IllegalArgumentException(
          newValues.length + " values are not " + newRows + " x " + newColumns);
    }
    values = newValues;
    rows = newRows;
    columns = newColumns;
  }

  String size() {
    return rows + " x " + columns;
  }
}
