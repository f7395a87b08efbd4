package org.nightjar.cosmology.halo;

import org.nightjar.cosmology.internal.math.CubicSpline;
import org.nightjar.cosmology.power.PowerSpectrum;
import org.nightjar.cosmology.power.SphereVariance;
import org.nightjar.cosmology.power.TabulatedPower;

/**
 * The rms of the linear density in spheres that hold a mass, tabulated to 1e-6 for a range of
 * masses. Immutable.
 */
public final class MassVariance {
  /** Of the next coarser table; a table of twice as many points is some ten times better. */
  private static final double COARSER = 1e-5;

  /** The slope is needed for abundances, which nobody knows to better than percents. */
  private static final double COARSER_SLOPE = 1e-4;

  private static final double POWER_ACCURACY = 1e-7;

  /** 1/Mpc; longer waves follow the power law that the spectrum has there. */
  private static final double LONGEST = 1e-6;

  /** Waves shorter by this than the smallest sphere add less than 1e-9 to its variance. */
  private static final double SHORTEST = 1e3;

  private static final int LARGEST = 1 << 12;

  private final PowerSpectrum power;
  private final double density;
  private final SphereVariance variance;
  private final double lowest;
  private final double highest;
  private CubicSpline rms;
  private CubicSpline slopes;

  /**
   * Tabulates; some tenths of a second.
   *
   * @param power linear spectrum at the time that counts, usually today
   * @param density of matter, solar masses per cubic comoving Mpc
   * @param lowest mass, solar masses
   * @param highest mass, solar masses; above the lowest
   */
  public MassVariance(PowerSpectrum power, double density, double lowest, double highest) {
    if (!(lowest > 0 && highest > lowest)) {
      throw new IllegalArgumentException("masses from " + lowest + " to " + highest);
    }
    this.power = power;
    this.density = density;
    this.lowest = lowest;
    this.highest = highest;
    double shortest = SHORTEST / radius(lowest);
    variance = new SphereVariance(TabulatedPower.of(power, LONGEST, shortest, POWER_ACCURACY));
    tabulate();
  }

  /** Doubles the number of masses until the values between them agree; old ones are kept. */
  private void tabulate() {
    int count = 8;
    double[] values = new double[count + 1];
    double[] gradients = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      values[i] = exactRms(place(i, count));
      gradients[i] = exactSlope(place(i, count));
    }
    boolean agrees = false;
    while (!agrees && count < LARGEST) {
      splines(values, gradients);
      agrees = true;
      count *= 2;
      double[] finer = new double[count + 1];
      double[] finerGradients = new double[count + 1];
      for (int i = 0; i <= count; i++) {
        boolean old = i % 2 == 0;
        double place = place(i, count);
        finer[i] = old ? values[i / 2] : exactRms(place);
        finerGradients[i] = old ? gradients[i / 2] : exactSlope(place);
        agrees &= Math.abs(rms.at(place) - finer[i]) < COARSER;
        agrees &= Math.abs(slopes.at(place) / finerGradients[i] - 1) < COARSER_SLOPE;
      }
      values = finer;
      gradients = finerGradients;
    }
    splines(values, gradients);
  }

  private double place(int i, int count) {
    return Math.log(lowest) + Math.log(highest / lowest) * i / count;
  }

  private double exactRms(double lnMass) {
    return Math.log(variance.rms(radius(Math.exp(lnMass))));
  }

  private double exactSlope(double lnMass) {
    return variance.slope(radius(Math.exp(lnMass))) / 3;
  }

  private void splines(double[] values, double[] gradients) {
    double[] places = new double[values.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(i, places.length - 1);
    }
    rms = new CubicSpline(places, values);
    slopes = new CubicSpline(places, gradients);
  }

  /** Density of matter, solar masses per cubic comoving Mpc. */
  public double density() {
    return density;
  }

  /** Radius of the sphere that holds a mass, comoving Mpc. */
  public double radius(double mass) {
    return Math.cbrt(3 * mass / (4 * Math.PI * density));
  }

  /** The rms; outside of the table's range computed anew, which is a thousand times slower. */
  public double rms(double mass) {
    return Math.exp(covers(mass) ? rms.at(Math.log(mass)) : exactRms(Math.log(mass)));
  }

  /** d ln(rms) / d ln(mass); below 0. */
  public double slope(double mass) {
    return covers(mass) ? slopes.at(Math.log(mass)) : exactSlope(Math.log(mass));
  }

  /** A table that has these masses, too: this one if it has them already. */
  MassVariance covering(double low, double high) {
    return low >= lowest && high <= highest
        ? this
        : new MassVariance(power, density, Math.min(low, lowest), Math.max(high, highest));
  }

  private boolean covers(double mass) {
    return mass >= lowest && mass <= highest;
  }
}
