package org.nightjar.cosmology.power;

import java.util.function.DoubleUnaryOperator;
import org.nightjar.cosmology.internal.math.Quadrature;

/**
 * Integrals over ln k of the dimensionless spectrum times y^n exp(-y^2), y = k R, for n = 0, 2, 4.
 * They extend to long waves until nothing is added.
 */
record GaussianMoments(double zeroth, double second, double fourth) {
  private static final double ACCURACY = 1e-9;

  /** Beyond this y, exp(-y^2) is below 1e-18. */
  private static final double END = 6.5;

  static GaussianMoments of(PowerSpectrum power, double radius) {
    return new GaussianMoments(
        integral(power, radius, y2 -> 1),
        integral(power, radius, y2 -> y2),
        integral(power, radius, y2 -> y2 * y2));
  }

  private static double integral(PowerSpectrum power, double radius, DoubleUnaryOperator moment) {
    double end = Math.log(END / radius);
    double sum = 0;
    for (double high = end; high > end - 200; high -= 2) {
      double piece =
          Quadrature.integrate(
              x -> {
                double k = Math.exp(x);
                double y2 = k * radius * (k * radius);
                return power.dimensionless(k) * moment.applyAsDouble(y2) * Math.exp(-y2);
              },
              high - 2,
              high,
              ACCURACY);
      sum += piece;
      if (piece <= 1e-11 * sum) {
        break;
      }
    }
    return sum;
  }
}
