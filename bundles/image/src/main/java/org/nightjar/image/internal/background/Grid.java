package org.nightjar.image.internal.background;

import java.util.Arrays;

/**
 * One value per mesh, row-major; NaN where it is unknown. Immutable by convention: every step makes
 * a new one.
 */
public record Grid(double[] values, int columns, int rows) {

  /**
   * Beyond this many meshes a gap is filled with the median of all instead of its nearest
   * neighbours.
   */
  private static final int FARTHEST_NEIGHBOUR = 32;

  public double at(int column, int row) {
    return values[row * columns + column];
  }

  /** The median of the known values; NaN if there are none. */
  public double median() {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    return known.length == 0 ? Double.NaN : medianOf(known, known.length);
  }

  /** Gives each unknown mesh the mean of the known ones nearest to it. */
  Grid filled() {
    double fallback = median();
    double[] filled = values.clone();
    for (int i = 0; i < filled.length; i++) {
      if (Double.isNaN(filled[i])) {
        filled[i] = nearest(i % columns, i / columns, fallback);
      }
    }
    return new Grid(filled, columns, rows);
  }

  private double nearest(int column, int row, double fallback) {
    int best = Integer.MAX_VALUE;
    double sum = 0;
    int count = 0;
    for (int ring = 1; ring <= FARTHEST_NEIGHBOUR && ring * ring <= best; ring++) {
      for (int y = Math.max(0, row - ring); y <= Math.min(rows - 1, row + ring); y++) {
        boolean wholeRow = Math.abs(y - row) == ring;
        for (int x = column - ring; x <= column + ring; x += wholeRow ? 1 : 2 * ring) {
          if (x < 0 || x >= columns || Double.isNaN(at(x, y))) {
            continue;
          }
          int distance = (x - column) * (x - column) + (y - row) * (y - row);
          if (distance < best) {
            best = distance;
            sum = 0;
            count = 0;
          }
          if (distance == best) {
            sum += at(x, y);
            count++;
          }
        }
      }
    }
    return count == 0 ? fallback : sum / count;
  }

  /**
   * The median over a window of {@code size} meshes a side; at the rim the window shrinks, its
   * centre staying put.
   */
  Grid filtered(int size) {
    double[] filtered = new double[values.length];
    double[] window = new double[size * size];
    for (int y = 0; y < rows; y++) {
      int tall = Math.min(size / 2, Math.min(y, rows - 1 - y));
      for (int x = 0; x < columns; x++) {
        int wide = Math.min(size / 2, Math.min(x, columns - 1 - x));
        int count = 0;
        for (int dy = -tall; dy <= tall; dy++) {
          for (int dx = -wide; dx <= wide; dx++) {
            window[count++] = at(x + dx, y + dy);
          }
        }
        filtered[y * columns + x] = medianOf(window, count);
      }
    }
    return new Grid(filtered, columns, rows);
  }

  private static double medianOf(double[] window, int count) {
    Arrays.sort(window, 0, count);
    return (window[(count - 1) / 2] + window[count / 2]) / 2;
  }
}
