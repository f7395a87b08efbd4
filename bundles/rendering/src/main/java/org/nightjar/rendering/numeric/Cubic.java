package org.nightjar.rendering.numeric;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Cubics on [0, 1] through the four Chebyshev points: within a few per cent the best cubic there
 * is. The error is at most h^4/3072 times the fourth derivative, h the length that [0, 1] stands
 * for.
 */
@ProviderType
public final class Cubic {
  /** How many points make a cubic. */
  public static final int POINTS = 4;

  private static final double[] AT = points();

  /** Row k gives coefficient k from the four values. */
  private static final double[][] SOLUTION = solution();

  private Cubic() {}

  /** One of the points, in [0, 1]. */
  public static double point(int index) {
    return AT[index];
  }

  /**
   * Writes the coefficients of t^0 to t^3.
   *
   * @param values at the four points
   * @param coefficients where they go
   * @param from place of the first
   */
  public static void through(double[] values, double[] coefficients, int from) {
    for (int k = 0; k < POINTS; k++) {
      double sum = 0;
      for (int j = 0; j < POINTS; j++) {
        sum += SOLUTION[k][j] * values[j];
      }
      coefficients[from + k] = sum;
    }
  }

  private static double[] points() {
    double[] at = new double[POINTS];
    for (int j = 0; j < POINTS; j++) {
      at[j] = 0.5 * (1 - Math.cos(Math.PI * (2 * j + 1) / (2 * POINTS)));
    }
    return at;
  }

  /** Coefficients of the Lagrange polynomials. */
  private static double[][] solution() {
    double[][] rows = new double[POINTS][POINTS];
    for (int j = 0; j < POINTS; j++) {
      double[] product = {1, 0, 0, 0};
      double scale = 1;
      for (int other = 0; other < POINTS; other++) {
        if (other != j) {
          for (int k = POINTS - 1; k >= 0; k--) {
            product[k] = (k > 0 ? product[k - 1] : 0) - AT[other] * product[k];
          }
          scale *= AT[j] - AT[other];
        }
      }
      for (int k = 0; k < POINTS; k++) {
        rows[k][j] = product[k] / scale;
      }
    }
    return rows;
  }
}
