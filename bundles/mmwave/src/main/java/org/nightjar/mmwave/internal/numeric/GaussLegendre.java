package org.nightjar.mmwave.internal.numeric;

import java.util.function.DoubleUnaryOperator;

/** Integrals by Gauss and Legendre's rule with eight points on each of equal panels. */
public final class GaussLegendre {
  private static final double[] NODES = {
    0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
  };
  private static final double[] WEIGHTS = {
    0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
  };

  private GaussLegendre() {}

  /**
   * The integral from a to b.
   *
   * @param panels into how many parts the range is divided
   */
  public static double integral(DoubleUnaryOperator f, double a, double b, int panels) {
    double sum = 0;
    double half = (b - a) / (2 * panels);
    for (int panel = 0; panel < panels; panel++) {
      double middle = a + (2 * panel + 1) * half;
      for (int i = 0; i < NODES.length; i++) {
        double away = half * NODES[i];
        sum += WEIGHTS[i] * (f.applyAsDouble(middle - away) + f.applyAsDouble(middle + away));
      }
    }
    return sum * half;
  }
}
