package org.nightjar.rendering.internal.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * Points and weights that integrate polynomials of degree 2n-1 exactly. Abramowitz and Stegun
 * 25.4.29; the points by Newton's method.
 */
public final class GaussLegendre {
  private final double[] points;
  private final double[] weights;

  /** A rule of n points on [-1, 1]. */
  public GaussLegendre(int n) {
    points = new double[n];
    weights = new double[n];
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 1;
      for (int step = 0; step < 50; step++) {
        double before = 1;
        double value = x;
        for (int k = 2; k <= n; k++) {
          double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
          before = value;
          value = next;
        }
        slope = n == 1 ? 1 : n * (x * value - before) / (x * x - 1);
        double change = value / slope;
        x -= change;
        if (Math.abs(change) < 1e-15) {
          break;
        }
      }
      points[i] = n == 1 ? 0 : x;
      weights[i] = n == 1 ? 2 : 2 / ((1 - x * x) * slope * slope);
    }
  }

  /** How many points. */
  public int size() {
    return points.length;
  }

  /** A point in [-1, 1]. */
  public double point(int i) {
    return points[i];
  }

  /** Its weight; all together are 2. */
  public double weight(int i) {
    return weights[i];
  }

  /** The integral of a function. */
  public double integrate(DoubleUnaryOperator function, double from, double to) {
    double half = 0.5 * (to - from);
    double middle = 0.5 * (to + from);
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      sum += weights[i] * function.applyAsDouble(middle + half * points[i]);
    }
    return sum * half;
  }
}
