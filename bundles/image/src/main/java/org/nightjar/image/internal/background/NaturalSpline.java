package org.nightjar.image.internal.background;

/** Cubic spline through values at 0, 1, 2, ... with no curvature at its ends. */
final class NaturalSpline {

  private NaturalSpline() {}

  /**
   * Solves M[i-1] + 4 M[i] + M[i+1] = 6 (v[i-1] - 2 v[i] + v[i+1]) for the second derivatives M at
   * the knots.
   */
  static void curvature(double[] values, int count, double[] into) {
    into[0] = 0;
    into[count - 1] = 0;
    double[] ratio = new double[count];
    for (int i = 1; i < count - 1; i++) {
      double pivot = 4 - ratio[i - 1];
      ratio[i] = 1 / pivot;
      into[i] = (6 * (values[i - 1] - 2 * values[i] + values[i + 1]) - into[i - 1]) / pivot;
    }
    for (int i = count - 2; i > 0; i--) {
      into[i] -= ratio[i] * into[i + 1];
    }
  }

  /**
   * The first knot of the piece that serves a position; positions outside are served by the
   * outermost piece.
   */
  static int piece(double position, int count) {
    return (int) Math.max(0, Math.min(count - 2, Math.floor(position)));
  }
}
