package org.nightjar.cosmology.internal.math;

import java.util.function.DoubleUnaryOperator;

/**
 * The integral of a smooth function from 0 to any x, from a table: equal segments of x with a
 * polynomial of degree 6 each. Near 0 the relative error stays small, because each polynomial is
 * written in powers of the distance from the start of its segment. Immutable.
 */
public final class IntegralTable {
  private static final int NODES = 6;
  private static final int STRIDE = NODES + 1;
  private static final int FIRST = 256;
  private static final int LAST = 1 << 15;

  private final double end;
  private final double perX;
  private final double width;
  private final int segments;
  private final double[] coefficients;

  private IntegralTable(double end, int segments, double[] coefficients) {
    this.end = end;
    this.segments = segments;
    this.width = end / segments;
    this.perX = segments / end;
    this.coefficients = coefficients;
  }

  /**
   * Tabulates an integral. The number of segments is doubled until the function is met between the
   * nodes everywhere.
   *
   * @param relative largest difference between the function and its polynomial, as a fraction of
   *     the function
   */
  public static IntegralTable of(DoubleUnaryOperator function, double end, double relative) {
    double[] nodes = Polynomials.inner(NODES);
    for (int segments = FIRST; ; segments *= 2) {
      double[] coefficients = new double[segments * STRIDE];
      boolean fits = fill(function, end, segments, nodes, coefficients, relative);
      if (fits || segments == LAST) {
        return new IntegralTable(end, segments, coefficients);
      }
    }
  }

  private static boolean fill(
      DoubleUnaryOperator function,
      double end,
      int segments,
      double[] nodes,
      double[] coefficients,
      double relative) {
    double width = end / segments;
    boolean fits = true;
    double sum = 0;
    double[] values = new double[NODES];
    for (int i = 0; i < segments; i++) {
      for (int j = 0; j < NODES; j++) {
        values[j] = function.applyAsDouble(width * (i + nodes[j]));
      }
      double[] powers = Polynomials.through(nodes, values);
      int at = i * STRIDE;
      coefficients[at] = sum;
      for (int j = 0; j < NODES; j++) {
        coefficients[at + j + 1] = powers[j] * width / (j + 1);
        sum += coefficients[at + j + 1];
      }
      // What is a billion times smaller than the mean so far need not be met.
      double floor = 1e-9 * Math.abs(sum) / (width * (i + 1));
      // Halfway between two nodes and at the far end, where the polynomial does worst.
      fits = fits && meets(function, width * i, width, powers, 1, relative, floor);
      fits =
          fits
              && meets(
                  function, width * i, width, powers, 0.5 * (nodes[2] + nodes[3]), relative, floor);
    }
    return fits;
  }

  private static boolean meets(
      DoubleUnaryOperator function,
      double start,
      double width,
      double[] powers,
      double t,
      double relative,
      double floor) {
    double polynomial = 0;
    for (int j = powers.length - 1; j >= 0; j--) {
      polynomial = polynomial * t + powers[j];
    }
    double exact = function.applyAsDouble(start + width * t);
    return Math.abs(polynomial - exact) <= relative * Math.max(Math.abs(exact), floor);
  }

  /** The largest x. */
  public double end() {
    return end;
  }

  /** How many segments the accuracy took. */
  public int segments() {
    return segments;
  }

  /** The integral from 0 to x; x from 0 to {@link #end}. */
  public double at(double x) {
    double place = x * perX;
    int segment = Math.min((int) place, segments - 1);
    return value(segment, place - segment);
  }

  /** The function at x; x from 0 to {@link #end}. */
  public double derivative(double x) {
    double place = x * perX;
    int segment = Math.min((int) place, segments - 1);
    return slope(segment, place - segment) * perX;
  }

  /** The integral from 0 to the start of a segment; of the one after the last: to the end. */
  double atStart(int segment) {
    return segment == segments ? value(segments - 1, 1) : coefficients[segment * STRIDE];
  }

  double start(int segment) {
    return width * segment;
  }

  double width() {
    return width;
  }

  /** The integral from 0 to a fraction of a segment. */
  double value(int segment, double t) {
    int at = segment * STRIDE;
    double[] c = coefficients;
    double high = c[at + 3] + t * (c[at + 4] + t * (c[at + 5] + t * c[at + 6]));
    return c[at] + t * (c[at + 1] + t * (c[at + 2] + t * high));
  }

  /** The function, times the width of a segment, at a fraction of a segment. */
  double slope(int segment, double t) {
    int at = segment * STRIDE;
    double sum = 0;
    for (int j = NODES; j > 0; j--) {
      sum = sum * t + j * coefficients[at + j];
    }
    return sum;
  }
}
