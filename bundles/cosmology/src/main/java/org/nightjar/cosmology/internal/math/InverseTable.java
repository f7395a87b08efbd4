package org.nightjar.cosmology.internal.math;

/**
 * The x at which an {@link IntegralTable} of a positive function has a value. One polynomial per
 * segment of the table, found through a guide of equal steps; grows with the value. Immutable.
 */
public final class InverseTable {
  private static final int NODES = 6;

  private final double[] starts;
  private final double[] perValue;
  private final double[] coefficients;
  private final double last;
  private final short[] guide;
  private final double guidePerValue;

  /** The inverse of a table. */
  public InverseTable(IntegralTable table) {
    int segments = table.segments();
    last = table.end();
    starts = new double[segments + 1];
    perValue = new double[segments];
    coefficients = new double[segments * NODES];
    double[] nodes = Polynomials.withEnds(NODES);
    double[] values = new double[NODES];
    for (int i = 0; i <= segments; i++) {
      starts[i] = table.atStart(i);
    }
    for (int i = 0; i < segments; i++) {
      double step = starts[i + 1] - starts[i];
      // Where the function is too small to count, the integral stands still.
      perValue[i] = step > 0 ? 1 / step : 0;
      for (int j = 0; j < NODES; j++) {
        double t = step > 0 ? solve(table, i, starts[i] + step * nodes[j]) : nodes[j];
        values[j] = table.start(i) + table.width() * t;
      }
      System.arraycopy(Polynomials.through(nodes, values), 0, coefficients, i * NODES, NODES);
    }
    guide = new short[4 * segments + 1];
    guidePerValue = (guide.length - 1) / starts[segments];
    int segment = 0;
    for (int i = 0; i < guide.length; i++) {
      while (segment < segments - 1 && starts[segment + 1] * guidePerValue <= i) {
        segment++;
      }
      guide[i] = (short) segment;
    }
  }

  /**
   * Newton's method. Mostly the integral is nearly linear within a segment; where the function is 0
   * at the start, it takes many steps.
   */
  private static double solve(IntegralTable table, int segment, double value) {
    double start = table.value(segment, 0);
    double t = (value - start) / (table.value(segment, 1) - start);
    for (int i = 0; i < 60; i++) {
      double step = (table.value(segment, t) - value) / table.slope(segment, t);
      t -= step;
      if (Math.abs(step) < 1e-16) {
        break;
      }
    }
    return Math.min(1, Math.max(0, t));
  }

  /** The largest value. */
  public double end() {
    return starts[starts.length - 1];
  }

  /** The x of a value; the value from 0 to {@link #end}. */
  public double at(double value) {
    if (value >= starts[starts.length - 1]) {
      return last;
    }
    int cell = Math.min((int) (value * guidePerValue), guide.length - 1);
    int segment = guide[cell];
    while (segment < perValue.length - 1 && value >= starts[segment + 1]) {
      segment++;
    }
    double t = (value - starts[segment]) * perValue[segment];
    int at = segment * NODES;
    double[] c = coefficients;
    double high = c[at + 3] + t * (c[at + 4] + t * c[at + 5]);
    return c[at] + t * (c[at + 1] + t * (c[at + 2] + t * high));
  }
}
