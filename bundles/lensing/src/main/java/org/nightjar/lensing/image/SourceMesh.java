package org.nightjar.lensing.image;

import java.util.Arrays;
import java.util.List;
import org.nightjar.lensing.plane.PlaneStack;

/**
 * Triangles of the image plane and where their corners come from. Squares of one size fill a
 * window; those at critical curves (where a triangle's image is turned around and its neighbour's
 * is not) are divided; rings that get narrower and narrower lie around every middle.
 *
 * <p>Source: C. R. Keeton, astro-ph/0102340, section 2.1.
 */
final class SourceMesh {
  private static final int DIVISION = 4;
  private static final int SECTORS = 24;
  private static final double GROWTH = 1.35;
  private static final double INNERMOST = 1e-3;
  private static final double OUTERMOST = 2;

  private final PlaneStack stack;
  private double[] x = new double[8192];
  private double[] y = new double[8192];
  private double[] sourceX = new double[0];
  private double[] sourceY = new double[0];
  private int nodes;
  private int[] corners = new int[1 << 16];
  private int triangles;

  SourceMesh(PlaneStack stack, List<Middle> middles, Window window, int cells) {
    this.stack = stack;
    grid(window, cells);
    shoot(0);
    squares(cells);
    int coarse = nodes;
    divide(window, cells);
    for (Middle middle : middles) {
      rings(middle);
    }
    shoot(coarse);
  }

  /** What is done with a triangle that may hold an image. */
  interface Visitor {
    void start(double x, double y);
  }

  /**
   * Visits the triangles whose image holds a point, or nearly.
   *
   * @param slack how far outside a point may be, in parts of the triangle
   */
  void visit(double betaX, double betaY, double slack, Visitor visitor) {
    for (int t = 0; t < 3 * triangles; t += 3) {
      int a = corners[t];
      int b = corners[t + 1];
      int c = corners[t + 2];
      double ax = sourceX[a] - betaX;
      double ay = sourceY[a] - betaY;
      double ux = sourceX[b] - sourceX[a];
      double uy = sourceY[b] - sourceY[a];
      double vx = sourceX[c] - sourceX[a];
      double vy = sourceY[c] - sourceY[a];
      double area = ux * vy - uy * vx;
      double p = (vx * ay - vy * ax) / area;
      double q = (uy * ax - ux * ay) / area;
      if (p >= -slack && q >= -slack && p + q <= 1 + slack) {
        visitor.start(
            x[a] + p * (x[b] - x[a]) + q * (x[c] - x[a]),
            y[a] + p * (y[b] - y[a]) + q * (y[c] - y[a]));
      }
    }
  }

  private void grid(Window window, int cells) {
    for (int j = 0; j <= cells; j++) {
      for (int i = 0; i <= cells; i++) {
        node(window.x(i, cells), window.y(j, cells));
      }
    }
  }

  private void squares(int cells) {
    int row = cells + 1;
    for (int j = 0; j < cells; j++) {
      for (int i = 0; i < cells; i++) {
        square(j * row + i, row);
      }
    }
  }

  private void square(int corner, int row) {
    triangle(corner, corner + 1, corner + row);
    triangle(corner + row + 1, corner + row, corner + 1);
  }

  /** Divides the squares whose triangles, or whose neighbours', are turned differently. */
  private void divide(Window window, int cells) {
    boolean[] turned = new boolean[2 * cells * cells];
    for (int t = 0; t < turned.length; t++) {
      turned[t] = turned(3 * t);
    }
    boolean[] critical = new boolean[cells * cells];
    for (int j = 0; j < cells; j++) {
      for (int i = 0; i < cells; i++) {
        int cell = j * cells + i;
        boolean here = turned[2 * cell];
        critical[cell] |= here != turned[2 * cell + 1];
        if (i > 0 && here != turned[2 * cell - 2]) {
          critical[cell] = true;
          critical[cell - 1] = true;
        }
        if (j > 0 && here != turned[2 * (cell - cells)]) {
          critical[cell] = true;
          critical[cell - cells] = true;
        }
      }
    }
    int fine = cells * DIVISION;
    for (int cell = 0; cell < critical.length; cell++) {
      if (critical[cell]) {
        int first = nodes;
        int column = cell % cells * DIVISION;
        int line = cell / cells * DIVISION;
        for (int j = 0; j <= DIVISION; j++) {
          for (int i = 0; i <= DIVISION; i++) {
            node(window.x(column + i, fine), window.y(line + j, fine));
          }
        }
        for (int j = 0; j < DIVISION; j++) {
          for (int i = 0; i < DIVISION; i++) {
            square(first + j * (DIVISION + 1) + i, DIVISION + 1);
          }
        }
      }
    }
  }

  private void rings(Middle middle) {
    double least = INNERMOST * middle.radius();
    int first = nodes;
    int rings = 1 + (int) Math.ceil(Math.log(OUTERMOST / INNERMOST) / Math.log(GROWTH));
    for (int ring = 0; ring < rings; ring++) {
      double r = least * Math.pow(GROWTH, ring);
      for (int i = 0; i < SECTORS; i++) {
        double angle = 2 * Math.PI * (i + 0.5 * ring) / SECTORS;
        node(middle.x() + r * Math.cos(angle), middle.y() + r * Math.sin(angle));
      }
    }
    for (int ring = 0; ring + 1 < rings; ring++) {
      int inner = first + ring * SECTORS;
      int outer = inner + SECTORS;
      for (int i = 0; i < SECTORS; i++) {
        int next = (i + 1) % SECTORS;
        triangle(inner + i, outer + i, inner + next);
        triangle(outer + i, outer + next, inner + next);
      }
    }
    if (!middle.singular()) {
      int centre = node(middle.x(), middle.y());
      for (int i = 0; i < SECTORS; i++) {
        triangle(centre, first + i, first + (i + 1) % SECTORS);
      }
    }
  }

  private int node(double px, double py) {
    if (nodes == x.length) {
      x = Arrays.copyOf(x, 2 * nodes);
      y = Arrays.copyOf(y, 2 * nodes);
    }
    x[nodes] = px;
    y[nodes] = py;
    return nodes++;
  }

  private void triangle(int a, int b, int c) {
    if (3 * triangles + 3 > corners.length) {
      corners = Arrays.copyOf(corners, 2 * corners.length);
    }
    corners[3 * triangles] = a;
    corners[3 * triangles + 1] = b;
    corners[3 * triangles + 2] = c;
    triangles++;
  }

  private boolean turned(int t) {
    int a = corners[t];
    int b = corners[t + 1];
    int c = corners[t + 2];
    return (sourceX[b] - sourceX[a]) * (sourceY[c] - sourceY[a])
            - (sourceY[b] - sourceY[a]) * (sourceX[c] - sourceX[a])
        < 0;
  }

  private void shoot(int from) {
    double[][] places = Rays.shoot(stack, x, y, from, nodes);
    sourceX = Arrays.copyOf(sourceX, nodes);
    sourceY = Arrays.copyOf(sourceY, nodes);
    System.arraycopy(places[0], 0, sourceX, from, nodes - from);
    System.arraycopy(places[1], 0, sourceY, from, nodes - from);
  }
}
