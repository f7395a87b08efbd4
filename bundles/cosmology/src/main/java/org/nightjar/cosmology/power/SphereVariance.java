package org.nightjar.cosmology.power;

import org.nightjar.cosmology.internal.math.Quadrature;

/**
 * The variance of the density averaged over spheres, and how it changes with their radius. The
 * range of wave numbers is not chosen by anybody: it grows at both ends until it adds nothing.
 */
public final class SphereVariance {
  private static final double ACCURACY = 1e-8;

  /** A piece of ln k that may end the integral. */
  private static final double NEGLIGIBLE = 1e-10;

  /** Error of a piece, as a fraction of what is there already. */
  private static final double LEFT = 1e-11;

  /** k R below which the window turns with ln k, above with k itself. */
  private static final double TURN = 2;

  /** Waves whose pieces are computed one by one; later ones fall at least as k^-2. */
  private static final int WAVES = 20_000;

  private final PowerSpectrum power;

  /**
   * Variances of a spectrum that falls faster than k^-3 towards large wave numbers times k^4, and
   * rises faster than k^-3 from small ones: any spectrum of cold dark matter.
   */
  public SphereVariance(PowerSpectrum power) {
    this.power = power;
  }

  /** The rms of the density contrast in spheres of a radius, Mpc. */
  public double rms(double radius) {
    return Math.sqrt(integral(radius, false));
  }

  /** d ln(rms) / d ln(radius); below 0. */
  public double slope(double radius) {
    return 0.5 * integral(radius, true) / integral(radius, false);
  }

  private double integral(double radius, boolean derivative) {
    double turn = Math.log(TURN / radius);
    double sum = 0;
    for (double high = turn; high > turn - 200; high -= 2) {
      double piece =
          Quadrature.integrate(
              x -> step(x, radius, derivative), high - 2, high, ACCURACY, LEFT * Math.abs(sum));
      sum += piece;
      if (Math.abs(piece) <= NEGLIGIBLE * Math.abs(sum)) {
        break;
      }
    }
    // Whole periods of the squared window: there its slope, which changes sign, nearly cancels.
    double period = Math.PI / radius;
    for (int i = 0; i < WAVES; i++) {
      double from = TURN / radius + i * period;
      double piece =
          Quadrature.integrate(
              k -> step(Math.log(k), radius, derivative) / k,
              from,
              from + period,
              ACCURACY,
              LEFT * Math.abs(sum));
      sum += piece;
      // What is left falls no more slowly than k^-3 or so: it is less than as many pieces again.
      if (Math.abs(piece) * (i + 4) <= 10 * NEGLIGIBLE * Math.abs(sum)) {
        break;
      }
    }
    return sum;
  }

  private double step(double lnK, double radius, boolean derivative) {
    double k = Math.exp(lnK);
    double x = k * radius;
    double window = window(x);
    double factor = window * (derivative ? 2 * windowSlope(x, window) : window);
    return factor == 0 ? 0 : power.dimensionless(k) * factor;
  }

  /** The Fourier transform of a sphere: 3 (sin x - x cos x) / x^3. */
  static double window(double x) {
    if (x < 0.3) {
      double y = x * x;
      return 1 - y / 10 * (1 - y / 28 * (1 - y / 54 * (1 - y / 88)));
    }
    return 3 * (Math.sin(x) - x * Math.cos(x)) / (x * x * x);
  }

  /** Its derivative by ln x. */
  private static double windowSlope(double x, double window) {
    if (x < 0.3) {
      double y = x * x;
      return -y / 5 * (1 - y / 14 * (1 - y / 36 * (1 - y / 66)));
    }
    return 3 * (Math.sin(x) / x - window);
  }
}
