package org.nightjar.image.internal.background;

import java.util.Arrays;

/**
 * A bicubic spline surface through a grid, evaluated a row of pixels at a time. Safe for use by
 * many threads.
 */
public final class SmoothSurface {

  private final Grid grid;
  private final int meshWidth;
  private final int meshHeight;

  /** Curvature along each column of meshes, laid out as the grid is. */
  private final double[] vertical;

  /** Each grid value stands at the centre of a mesh of the given size in pixels. */
  public SmoothSurface(Grid grid, int meshWidth, int meshHeight) {
    this.grid = grid;
    this.meshWidth = meshWidth;
    this.meshHeight = meshHeight;
    this.vertical = new double[grid.values().length];
    double[] column = new double[grid.rows()];
    double[] curvature = new double[grid.rows()];
    for (int x = 0; x < grid.columns(); x++) {
      for (int y = 0; y < grid.rows(); y++) {
        column[y] = grid.at(x, y);
      }
      NaturalSpline.curvature(column, grid.rows(), curvature);
      for (int y = 0; y < grid.rows(); y++) {
        vertical[y * grid.columns() + x] = curvature[y];
      }
    }
  }

  /** Writes the values of pixels (0..width-1, y). */
  public void row(int y, int width, float[] into) {
    int columns = grid.columns();
    double[] knots = knotsAt(y);
    if (columns == 1) {
      Arrays.fill(into, 0, width, (float) knots[0]);
      return;
    }
    double[] curvature = new double[columns];
    NaturalSpline.curvature(knots, columns, curvature);
    double step = 1.0 / meshWidth;
    for (int x = 0; x < width; x++) {
      double position = (x + 0.5) * step - 0.5;
      int piece = NaturalSpline.piece(position, columns);
      into[x] =
          (float)
              NaturalSpline.value(
                  knots[piece],
                  knots[piece + 1],
                  curvature[piece],
                  curvature[piece + 1],
                  position - piece);
    }
  }

  private double[] knotsAt(int y) {
    int columns = grid.columns();
    double[] knots = new double[columns];
    if (grid.rows() == 1) {
      System.arraycopy(grid.values(), 0, knots, 0, columns);
      return knots;
    }
    double position = (y + 0.5) / meshHeight - 0.5;
    int piece = NaturalSpline.piece(position, grid.rows());
    for (int x = 0; x < columns; x++) {
      int at = piece * columns + x;
      knots[x] =
          NaturalSpline.value(
              grid.at(x, piece),
              grid.at(x, piece + 1),
              vertical[at],
              vertical[at + columns],
              position - piece);
    }
    return knots;
  }
}
