package org.nightjar.sky.internal.distortion;

/** Two warps, inverted by Newton's method on them rather than by fitted inverse polynomials. */
final class PolynomialDistortion implements Distortion {
  private static final int MOST_STEPS = 50;

  /**
   * The last step may be this large: the error after a step is of the order of its square, so the
   * result is exact to rounding.
   */
  private static final double LAST_STEP = 1e-9;

  /** More than this many times the size of the point: the iteration has run away. */
  private static final double RUN_AWAY = 1e3;

  private final Warp first;
  private final Warp second;

  PolynomialDistortion(Warp first, Warp second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public void apply(double[] plane) {
    double u = plane[0];
    double v = plane[1];
    plane[0] = first.at(u, v);
    plane[1] = second.at(u, v);
  }

  @Override
  public void remove(double[] plane) {
    double x = plane[0];
    double y = plane[1];
    double size = Math.abs(x) + Math.abs(y) + 1e-3;
    double u = x;
    double v = y;
    for (int step = 0; step < MOST_STEPS; step++) {
      double dx = first.at(u, v) - x;
      double dy = second.at(u, v) - y;
      double a = first.byU(u, v);
      double b = first.byV(u, v);
      double c = second.byU(u, v);
      double d = second.byV(u, v);
      double determinant = a * d - b * c;
      double du = (d * dx - b * dy) / determinant;
      double dv = (a * dy - c * dx) / determinant;
      u -= du;
      v -= dv;
      double moved = Math.abs(du) + Math.abs(dv);
      if (moved <= LAST_STEP * size) {
        plane[0] = u;
        plane[1] = v;
        return;
      }
      if (!(Math.abs(u) + Math.abs(v) < RUN_AWAY * size)) {
        break;
      }
    }
    plane[0] = Double.NaN;
    plane[1] = Double.NaN;
  }
}
