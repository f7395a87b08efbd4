package org.nightjar.cosmology.internal.math;

import java.util.Arrays;

/**
 * A smooth curve of cubic pieces through points. Its slopes at the ends are those of the cubic
 * through the four points there; with fewer than four points it is a polynomial through them all.
 * Beyond the ends it goes on as a straight line. Immutable.
 */
public final class CubicSpline {
  private final double[] x;
  private final double[] y;
  private final double[] slopes;

  /** Pieces per unit of x if all are equally long, otherwise 0. */
  private final double perX;

  /**
   * A curve through points.
   *
   * @param x strictly ascending; at least two
   */
  public CubicSpline(double[] x, double[] y) {
    if (x.length != y.length || x.length < 2) {
      throw new IllegalArgumentException(x.length + " places and " + y.length + " values");
    }
    for (int i = 1; i < x.length; i++) {
      if (!(x[i] > x[i - 1])) {
        throw new IllegalArgumentException("place " + i + " is not after the one before it");
      }
    }
    this.x = x.clone();
    this.y = y.clone();
    slopes = slopes();
    perX = equalPieces();
  }

  private double equalPieces() {
    int pieces = x.length - 1;
    double step = (x[pieces] - x[0]) / pieces;
    for (int i = 1; i < pieces; i++) {
      if (Math.abs(x[i] - x[0] - i * step) > 1e-6 * step) {
        return 0;
      }
    }
    return 1 / step;
  }

  private double[] slopes() {
    int n = x.length;
    double[] s = new double[n];
    s[0] = endSlope(0, 1);
    s[n - 1] = endSlope(n - 1, -1);
    double[] above = new double[n];
    for (int i = 1; i < n - 1; i++) {
      double left = 1 / (x[i] - x[i - 1]);
      double right = 1 / (x[i + 1] - x[i]);
      double known = 3 * (left * left * (y[i] - y[i - 1]) + right * right * (y[i + 1] - y[i]));
      double pivot = 2 * (left + right) - left * above[i - 1];
      above[i] = right / pivot;
      s[i] = (known - left * s[i - 1]) / pivot;
    }
    for (int i = n - 2; i > 0; i--) {
      s[i] -= above[i] * s[i + 1];
    }
    return s;
  }

  /** The slope at an end of the polynomial through up to four points there; Lagrange's form. */
  private double endSlope(int end, int step) {
    int count = Math.min(4, x.length);
    double slope = 0;
    for (int j = 1; j < count; j++) {
      double xj = x[end + step * j];
      double weight = 1 / (xj - x[end]);
      for (int m = 1; m < count; m++) {
        if (m != j) {
          double xm = x[end + step * m];
          weight *= (x[end] - xm) / (xj - xm);
        }
      }
      slope += weight * (y[end + step * j] - y[end]);
    }
    return slope;
  }

  /** The curve at a place. */
  public double at(double place) {
    int last = x.length - 1;
    if (place < x[0]) {
      return y[0] + slopes[0] * (place - x[0]);
    }
    if (place > x[last]) {
      return y[last] + slopes[last] * (place - x[last]);
    }
    int i = piece(place);
    double width = x[i + 1] - x[i];
    double t = (place - x[i]) / width;
    double rise = y[i + 1] - y[i];
    double s0 = slopes[i] * width;
    double s1 = slopes[i + 1] * width;
    return y[i] + t * (s0 + t * (3 * rise - 2 * s0 - s1 + t * (s0 + s1 - 2 * rise)));
  }

  private int piece(double place) {
    int last = x.length - 2;
    if (perX > 0) {
      // Rounding may give the neighbouring piece of a place near a point, which is as good.
      return Math.max(0, Math.min((int) ((place - x[0]) * perX), last));
    }
    int found = Arrays.binarySearch(x, place);
    int i = found >= 0 ? found : -found - 2;
    return Math.max(0, Math.min(i, last));
  }
}
