package org.nightjar.cosmology.power;

import java.util.Arrays;
import org.nightjar.cosmology.internal.math.CubicSpline;

/**
 * A power spectrum from a table: a cubic spline of ln P in ln k. Beyond the table it goes on as the
 * power law that it ends with. Immutable.
 */
public final class TabulatedPower implements PowerSpectrum {
  private static final int LARGEST = 1 << 16;

  private final CubicSpline spline;

  /**
   * The spectrum through points.
   *
   * @param k 1/Mpc, strictly ascending and above 0
   * @param power Mpc^3, above 0
   * @throws IllegalArgumentException if the arrays are not like that
   */
  public TabulatedPower(double[] k, double[] power) {
    if (!Arrays.stream(k).allMatch(v -> v > 0) || !Arrays.stream(power).allMatch(v -> v > 0)) {
      throw new IllegalArgumentException("wave numbers and powers have to be above 0");
    }
    spline =
        new CubicSpline(
            Arrays.stream(k).map(Math::log).toArray(),
            Arrays.stream(power).map(Math::log).toArray());
  }

  /**
   * A fast copy of a spectrum. The number of points is doubled until the copy agrees with the
   * original halfway between them.
   *
   * @param accuracy largest relative difference, such as 1e-6
   */
  public static TabulatedPower of(PowerSpectrum power, double kMin, double kMax, double accuracy) {
    for (int count = 64; ; count *= 2) {
      double[] k = new double[count + 1];
      double[] values = new double[count + 1];
      double step = Math.log(kMax / kMin) / count;
      for (int i = 0; i <= count; i++) {
        k[i] = kMin * Math.exp(step * i);
        values[i] = power.at(k[i]);
      }
      TabulatedPower table = new TabulatedPower(k, values);
      if (count == LARGEST || table.agrees(power, k, accuracy)) {
        return table;
      }
    }
  }

  private boolean agrees(PowerSpectrum power, double[] k, double accuracy) {
    for (int i = 1; i < k.length; i++) {
      double between = Math.sqrt(k[i - 1] * k[i]);
      double exact = power.at(between);
      if (!(Math.abs(at(between) - exact) <= accuracy * exact)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public double at(double k) {
    return Math.exp(spline.at(Math.log(k)));
  }
}
