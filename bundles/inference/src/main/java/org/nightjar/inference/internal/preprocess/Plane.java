package org.nightjar.inference.internal.preprocess;

import java.util.Arrays;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * One channel of one sample on its way to the network: an image, row after row, or a single number
 * (1 x 1). Steps change the values in place, or give it another size; it keeps account of where the
 * sample's own pixels are.
 */
public final class Plane {
  private float[] values;
  private int start;
  private int rows;
  private int columns;
  private Span ownRows;
  private Span ownColumns;

  /** A plane over this array, which it owns from now on. */
  public Plane(float[] values, int rows, int columns) {
    this(values, 0, rows, columns);
  }

  /** A plane over a part of an array. */
  Plane(float[] values, int start, int rows, int columns) {
    if (values.length - start < (long) rows * columns) {
      throw new IllegalArgumentException(
          values.length - start + " values are not " + rows + " x " + columns);
    }
    this.values = values;
    this.start = start;
    this.rows = rows;
    this.columns = columns;
    this.ownRows = Span.whole(rows);
    this.ownColumns = Span.whole(columns);
  }

  /** The array that holds the pixels, row after row, between {@link #start} and {@link #end}. */
  public float[] values() {
    return values;
  }

  /** Index of the first pixel. */
  public int start() {
    return start;
  }

  /** Index behind the last pixel. */
  public int end() {
    return start + rows * columns;
  }

  /** Height in pixels. */
  public int rows() {
    return rows;
  }

  /** Width in pixels. */
  public int columns() {
    return columns;
  }

  /** Which of the rows are the sample's own. */
  Span ownRows() {
    return ownRows;
  }

  /** Which of the columns are the sample's own. */
  Span ownColumns() {
    return ownColumns;
  }

  String size() {
    return rows + " x " + columns;
  }

  /** Keeps the part of this size that begins at a pixel. */
  void cut(int top, int left, int height, int width) {
    float[] cut = new float[height * width];
    for (int row = 0; row < height; row++) {
      System.arraycopy(values, start + (top + row) * columns + left, cut, row * width, width);
    }
    ownRows = ownRows.cut(top, height);
    ownColumns = ownColumns.cut(left, width);
    become(cut, height, width);
  }

  /**
   * Puts the image into a larger one of this size, its first pixel at {@code top}, {@code left}.
   *
   * @throws NightjarException {@code BAD_ARGUMENT} if that has more pixels than an image may have
   */
  void surround(int top, int left, int height, int width, Border border) throws NightjarException {
    if ((long) height * width > Preprocessing.MOST_PIXELS) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "an image of "
              + size()
              + " pixels would be padded to "
              + height
              + " x "
              + width
              + ", at most "
              + Preprocessing.MOST_PIXELS
              + " pixels are taken",
          "",
          "Hand in a smaller image.");
    }
    float[] larger = new float[height * width];
    if (border.isValue()) {
      Arrays.fill(larger, (float) border.value());
    } else {
      repeat(top, left, larger, height, width, border);
    }
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, start + row * columns, larger, (top + row) * width + left, columns);
    }
    ownRows = ownRows.within(top, height);
    ownColumns = ownColumns.within(left, width);
    become(larger, height, width);
  }

  private void repeat(int top, int left, float[] larger, int height, int width, Border border) {
    int[] from = new int[width];
    for (int column = 0; column < width; column++) {
      from[column] = border.source(column - left, columns);
    }
    for (int row = 0; row < height; row++) {
      int source = start + border.source(row - top, rows) * columns;
      for (int column = 0; column < width; column++) {
        larger[row * width + column] = values[source + from[column]];
      }
    }
  }

  private void become(float[] newValues, int newRows, int newColumns) {
    values = newValues;
    start = 0;
    rows = newRows;
    columns = newColumns;
  }
}
