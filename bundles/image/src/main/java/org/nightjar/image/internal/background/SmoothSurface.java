package org.nightjar.image.internal.background;

import java.util.Arrays;

/** A bicubic spline surface through a grid. Safe for use by many threads. */
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

  /** For reading rows of pixels (0..width-1) in order. */
  public SurfaceRows rows(int width) {
    return new SurfaceRows(this, width);
  }

  /** Where a row of pixels lies between the rows of knots. */
  double verticalPosition(int y) {
    return (y + 0.5) / meshHeight - 0.5;
  }

  /** The piece between rows of knots that serves a position. */
  int verticalPiece(double position) {
    return grid.rows() == 1 ? 0 : NaturalSpline.piece(position, grid.rows());
  }

  /**
   * Writes, for each column of pixels, the cubic that the surface is in a vertical piece: its value
   * is ((cube t + square) t + linear) t + constant, t from 0 to 1 inside the piece.
   */
  void coefficients(
      int piece, int width, float[] constant, float[] linear, float[] square, float[] cube) {
    int columns = grid.columns();
    double[][] knots = new double[4][columns];
    for (int x = 0; x < columns; x++) {
      double upper = grid.at(x, piece);
      knots[0][x] = upper;
      if (grid.rows() > 1) {
        double bend = vertical[piece * columns + x];
        double lowerBend = vertical[(piece + 1) * columns + x];
        knots[1][x] = grid.at(x, piece + 1) - upper - bend / 3 - lowerBend / 6;
        knots[2][x] = bend / 2;
        knots[3][x] = (lowerBend - bend) / 6;
      }
    }
    across(knots[0], width, constant);
    across(knots[1], width, linear);
    across(knots[2], width, square);
    across(knots[3], width, cube);
  }

  /** Writes the spline through the knots of one row at every column of pixels. */
  private void across(double[] knots, int width, float[] into) {
    int columns = knots.length;
    if (columns == 1) {
      Arrays.fill(into, 0, width, (float) knots[0]);
      return;
    }
    double[] curvature = new double[columns];
    NaturalSpline.curvature(knots, columns, curvature);
    int x = 0;
    for (int piece = 0; piece < columns - 1; piece++) {
      int end = piece == columns - 2 ? width : Math.min(width, firstPixel(piece + 1));
      double bend = curvature[piece];
      double nextBend = curvature[piece + 1];
      double slope = knots[piece + 1] - knots[piece] - bend / 3 - nextBend / 6;
      for (; x < end; x++) {
        double t = (x + 0.5) / meshWidth - 0.5 - piece;
        into[x] = (float) (knots[piece] + t * (slope + t * (bend + t * (nextBend - bend) / 3) / 2));
      }
    }
  }

  /** The first column of pixels at or beyond a knot. */
  private int firstPixel(int knot) {
    return (int) Math.min(Integer.MAX_VALUE, (2L * knot + 1) * meshWidth / 2);
  }
}
