package org.nightjar.cosmology.power;

import org.nightjar.cosmology.internal.math.Quadrature;

/**
 * The correlation function of the density in three dimensions: the integral over ln k of the
 * dimensionless spectrum times sin(kr)/(kr) (Peebles 1980, section 41). The integral is taken wave
 * by wave, and the alternating series of the waves is summed to its limit with the epsilon
 * algorithm (Wynn 1956, Mathematical Tables and Other Aids to Computation 10, 91), so that no cut
 * at a largest wave number is needed.
 */
public final class CorrelationFunction {
  private static final double ACCURACY = 1e-9;
  private static final double AGREEMENT = 1e-7;
  private static final int REMEMBERED = 21;
  private static final int WAVES = 20_000;

  private final PowerSpectrum power;

  /** The correlation function of a spectrum. */
  public CorrelationFunction(PowerSpectrum power) {
    this.power = power;
  }

  /**
   * The correlation at a distance, to about 1e-6 of it (or of the first wave, near a zero).
   *
   * @param r Mpc, above 0
   */
  public double at(double r) {
    double sum = firstWave(r);
    double first = Math.abs(sum);
    double[] sums = new double[REMEMBERED];
    int agreeing = 0;
    double before = Double.NaN;
    double limit = sum;
    for (int wave = 1; wave < WAVES && agreeing < 4; wave++) {
      double from = wave * Math.PI / r;
      sum += Quadrature.integrate(k -> step(k, r) / k, from, from + Math.PI / r, ACCURACY);
      sums[(wave - 1) % REMEMBERED] = sum;
      if (wave >= REMEMBERED) {
        limit = limit(sums, wave % REMEMBERED);
        double scale = Math.max(Math.abs(limit), 1e-3 * first);
        agreeing = Math.abs(limit - before) <= AGREEMENT * scale ? agreeing + 1 : 0;
        before = limit;
      }
    }
    return limit;
  }

  private double firstWave(double r) {
    double end = Math.log(Math.PI / r);
    double sum = 0;
    for (double high = end; high > end - 200; high -= 2) {
      double piece = Quadrature.integrate(x -> step(Math.exp(x), r), high - 2, high, ACCURACY);
      sum += piece;
      if (Math.abs(piece) <= 1e-10 * Math.abs(sum)) {
        break;
      }
    }
    return sum;
  }

  private double step(double k, double r) {
    double x = k * r;
    return power.dimensionless(k) * (x < 1e-4 ? 1 - x * x / 6 : Math.sin(x) / x);
  }

  /** The limit of the sums, a ring whose oldest is at {@code oldest}. */
  private static double limit(double[] ring, int oldest) {
    int n = ring.length;
    double[] even = new double[n + 1];
    double[] odd = new double[n];
    for (int i = 0; i < n; i++) {
      odd[i] = ring[(oldest + i) % n];
    }
    double[] previous = even;
    double[] current = odd;
    double best = odd[n - 1];
    for (int column = 1; column < n; column++) {
      int length = n - column;
      double[] next = new double[length];
      for (int i = 0; i < length; i++) {
        double difference = current[i + 1] - current[i];
        if (difference == 0) {
          return current[i];
        }
        next[i] = previous[i + 1] + 1 / difference;
      }
      previous = current;
      current = next;
      if (column % 2 == 0) {
        best = current[length - 1];
      }
    }
    return best;
  }
}
