package org.nightjar.image.internal.fit;

import java.util.Arrays;

/**
 * A plane z = constant + slopeX x + slopeY y by least squares, clipped at 3 sigma.
 *
 * @param slopeError standard error of a slope, that of the direction in which it is known worse
 * @param scatter standard deviation of the values used about the plane
 * @param used how many were
 */
public record Plane(
    double constant, double slopeX, double slopeY, double slopeError, double scatter, int used) {

  private static final double CLIP = 3;
  private static final int MOST_ROUNDS = 10;
  private static final double SINGULAR = 1e-12;

  /** Through points whose z is finite; all NaN if there are none. */
  public static Plane through(double[] x, double[] y, double[] z) {
    boolean[] used = new boolean[z.length];
    int count = 0;
    for (int i = 0; i < z.length; i++) {
      used[i] = Double.isFinite(z[i]);
      count += used[i] ? 1 : 0;
    }
    Plane plane = fitted(x, y, z, used, count);
    for (int round = 0; round < MOST_ROUNDS && plane.scatter > 0; round++) {
      int kept = 0;
      boolean[] inside = new boolean[z.length];
      for (int i = 0; i < z.length; i++) {
        inside[i] = Math.abs(z[i] - plane.at(x[i], y[i])) <= CLIP * plane.scatter;
        kept += inside[i] ? 1 : 0;
      }
      if (Arrays.equals(inside, used) || kept < Math.min(4, count)) {
        break;
      }
      used = inside;
      plane = fitted(x, y, z, used, kept);
    }
    return plane;
  }

  public double at(double x, double y) {
    return constant + slopeX * x + slopeY * y;
  }

  /**
   * The length of the slope over its error, as of a Gaussian also where points are few; 0 for a
   * level plane and for three points or fewer.
   */
  public double significance() {
    double slope = Math.hypot(slopeX, slopeY);
    return slope == 0 ? 0 : Significance.ofStudent(slope / slopeError, used - 3);
  }

  private static Plane fitted(double[] x, double[] y, double[] z, boolean[] used, int count) {
    if (count == 0) {
      return new Plane(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
    }
    double mx = mean(x, used, count);
    double my = mean(y, used, count);
    double mz = mean(z, used, count);
    double sxx = 0;
    double syy = 0;
    double sxy = 0;
    double sxz = 0;
    double syz = 0;
    for (int i = 0; i < z.length; i++) {
      if (used[i]) {
        sxx += (x[i] - mx) * (x[i] - mx);
        syy += (y[i] - my) * (y[i] - my);
        sxy += (x[i] - mx) * (y[i] - my);
        sxz += (x[i] - mx) * (z[i] - mz);
        syz += (y[i] - my) * (z[i] - mz);
      }
    }
    double determinant = sxx * syy - sxy * sxy;
    boolean flat = determinant > SINGULAR * (sxx + syy) * (sxx + syy);
    double slopeX = flat ? (syy * sxz - sxy * syz) / determinant : along(sxx, syy, sxz);
    double slopeY = flat ? (sxx * syz - sxy * sxz) / determinant : along(syy, sxx, syz);
    double squares = 0;
    for (int i = 0; i < z.length; i++) {
      if (used[i]) {
        double rest = z[i] - mz - slopeX * (x[i] - mx) - slopeY * (y[i] - my);
        squares += rest * rest;
      }
    }
    double scatter = Math.sqrt(squares / Math.max(1, count - 3));
    double least = (sxx + syy) / 2 - Math.hypot((sxx - syy) / 2, sxy);
    double error = scatter / Math.sqrt(flat ? least : sxx + syy);
    return new Plane(mz - slopeX * mx - slopeY * my, slopeX, slopeY, error, scatter, count);
  }

  /** The slope of points on a line along one axis; 0 across it. */
  private static double along(double own, double other, double product) {
    return own > 0 && own >= other ? product / own : 0;
  }

  private static double mean(double[] values, boolean[] used, int count) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += used[i] ? values[i] : 0;
    }
    return sum / count;
  }
}
