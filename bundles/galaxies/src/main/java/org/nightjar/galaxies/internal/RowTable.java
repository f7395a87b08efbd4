package org.nightjar.galaxies.internal;

/**
 * Several smooth functions of one number on a grid of equal steps, with cubics through four
 * neighbours in between. The grid is doubled until the cubics are good enough half way between its
 * points.
 */
public final class RowTable {
  private static final int FIRST_STEPS = 32;
  private static final int MOST_STEPS = 1 << 14;

  /** Fluxes this much smaller than a column's largest need not be right. */
  private static final double NOTHING = 1e-12;

  private final double min;
  private final double scale;
  private final int steps;
  private final int columns;
  private final double[] rows;
  private final double error;

  private RowTable(double min, double max, int columns, double[] rows, double error) {
    this.min = min;
    this.columns = columns;
    this.rows = rows;
    this.error = error;
    steps = rows.length / columns - 1;
    scale = steps / (max - min);
  }

  /** What is tabulated. */
  @FunctionalInterface
  public interface Rows {
    /**
     * Fills a row.
     *
     * @param into a new array of zeros
     */
    void fill(double x, double[] into);
  }

  /** What an error is measured against. */
  public enum Measure {
    /** Against nothing. */
    ABSOLUTE,
    /** Against the value; values of less than 1e-12 of their column's largest do not count. */
    RELATIVE
  }

  /**
   * Tabulates.
   *
   * @param columns of a row
   * @param tolerance of each value
   */
  public static RowTable of(
      Rows function, int columns, double min, double max, Measure measure, double tolerance) {
    double[] rows = new double[(FIRST_STEPS + 1) * columns];
    for (int i = 0; i <= FIRST_STEPS; i++) {
      put(function, columns, min + (max - min) * i / FIRST_STEPS, rows, i);
    }
    for (int steps = FIRST_STEPS; ; steps *= 2) {
      double[] finer = new double[(2 * steps + 1) * columns];
      for (int i = 0; i <= steps; i++) {
        System.arraycopy(rows, i * columns, finer, 2 * i * columns, columns);
      }
      for (int i = 0; i < steps; i++) {
        put(function, columns, min + (max - min) * (2 * i + 1) / (2 * steps), finer, 2 * i + 1);
      }
      double error = error(new RowTable(min, max, columns, rows, 0), finer, measure);
      if (error <= tolerance || steps >= MOST_STEPS) {
        return new RowTable(min, max, columns, rows, error);
      }
      rows = finer;
    }
  }

  private static void put(Rows function, int columns, double x, double[] rows, int at) {
    double[] row = new double[columns];
    function.fill(x, row);
    System.arraycopy(row, 0, rows, at * columns, columns);
  }

  private static double error(RowTable table, double[] finer, Measure measure) {
    int columns = table.columns;
    double[] most = new double[columns];
    for (int i = 0; i < finer.length; i++) {
      most[i % columns] = Math.max(most[i % columns], Math.abs(finer[i]));
    }
    double[] row = new double[columns];
    double worst = 0;
    for (int i = 1; i < 2 * table.steps; i += 2) {
      table.row(table.min + i / (2 * table.scale), row);
      for (int c = 0; c < columns; c++) {
        double exact = finer[i * columns + c];
        double off = Math.abs(row[c] - exact);
        if (measure == Measure.RELATIVE) {
          off = Math.abs(exact) < NOTHING * most[c] ? 0 : off / Math.abs(exact);
        }
        worst = Math.max(worst, off);
      }
    }
    return worst;
  }

  /**
   * All functions at x, or at the nearer end of the grid.
   *
   * @param into to fill, from the start
   */
  public void row(double x, double[] into) {
    double place = Math.max(0, Math.min(steps, (x - min) * scale));
    int first = Math.max(0, Math.min(steps - 3, (int) place - 1));
    double t = place - first;
    double t1 = t - 1;
    double t2 = t - 2;
    double t3 = t - 3;
    double w0 = -t1 * t2 * t3 / 6;
    double w1 = t * t2 * t3 / 2;
    double w2 = -t * t1 * t3 / 2;
    double w3 = t * t1 * t2 / 6;
    int a = first * columns;
    int b = a + columns;
    int c = b + columns;
    int d = c + columns;
    for (int k = 0; k < columns; k++) {
      into[k] = w0 * rows[a + k] + w1 * rows[b + k] + w2 * rows[c + k] + w3 * rows[d + k];
    }
  }

  /** The largest error half way between grid points. */
  public double error() {
    return error;
  }

  /** How many steps the grid has. */
  public int steps() {
    return steps;
  }

  /** How many functions. */
  public int columns() {
    return columns;
  }
}
