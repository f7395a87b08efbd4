package org.nightjar.api.product;

/**
 * A rectangle of pixels in one plane: zero-based, half-open, x along the fast axis.
 *
 * @param plane plane of a cube; 0 for a plain image
 * @param x0 first column
 * @param y0 first row
 * @param x1 one past the last column
 * @param y1 one past the last row
 */
public record Region(int plane, int x0, int y0, int x1, int y1) {
  /** Refuses negative corners and rectangles turned inside out; empty ones are allowed. */
  public Region {
    if (plane < 0 || x0 < 0 || y0 < 0 || x1 < x0 || y1 < y0) {
      throw new IllegalArgumentException(
          "not a region: plane " + plane + ", x " + x0 + ":" + x1 + ", y " + y0 + ":" + y1);
    }
  }

  /** A rectangle of the first plane. */
  public static Region of(int x0, int y0, int x1, int y1) {
    return new Region(0, x0, y0, x1, y1);
  }

  /** Columns. */
  public int width() {
    return x1 - x0;
  }

  /** Rows. */
  public int height() {
    return y1 - y0;
  }

  /** Pixels; never overflows. */
  public long size() {
    return (long) width() * height();
  }
}
