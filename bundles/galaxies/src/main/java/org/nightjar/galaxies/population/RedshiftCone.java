package org.nightjar.galaxies.population;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.statistics.distribution.Distribution;
import org.nightjar.statistics.distribution.Poisson;
import org.nightjar.statistics.distribution.QuantileTable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Objects of a comoving density in a part of the sky: dN/dz = area dV/dz/dOmega n(z). The grid is
 * chosen by the wanted error; counts are integrals, not sums over it.
 *
 * <p>Source of the volume: D. W. Hogg, astro-ph/9905116, equation 28.
 */
@ProviderType
public final class RedshiftCone implements Distribution {
  private static final double SQUARE_DEGREE = Math.toRadians(1) * Math.toRadians(1);

  private final DoubleUnaryOperator perRedshift;
  private final double zMin;
  private final double zMax;
  private final QuantileTable redshifts;

  /**
   * Objects to {@link QuantileTable#DEFAULT_TOLERANCE}.
   *
   * @param density comoving, objects per Mpc^3 at a redshift
   * @param area of the sky, square degrees, above 0
   * @param zMin at least 0
   * @param zMax above zMin
   */
  public RedshiftCone(
      DoubleUnaryOperator density, double area, Cosmology cosmology, double zMin, double zMax) {
    if (!(zMin >= 0 && zMax > zMin) || !(area > 0)) {
      throw new IllegalArgumentException(
          "redshifts from " + zMin + " to " + zMax + " over " + area + " square degrees");
    }
    this.zMin = zMin;
    this.zMax = zMax;
    double steradians = area * SQUARE_DEGREE;
    // At z = 0 there is no volume, and a density that may be infinite.
    perRedshift =
        z ->
            z <= 0
                ? 0
                : steradians * cosmology.differentialComovingVolume(z) * density.applyAsDouble(z);
    redshifts = QuantileTable.of(perRedshift, zMin, zMax, QuantileTable.DEFAULT_TOLERANCE);
  }

  @Override
  public double draw(RandomGenerator random) {
    return redshifts.draw(random);
  }

  /** How many objects are expected. */
  public double expected() {
    return redshifts.integral();
  }

  /** How many objects there are in one such part of the sky: a Poisson number. */
  public long count(RandomGenerator random) {
    return new Poisson(expected()).drawCount(random);
  }

  /** dN/dz. */
  public double perRedshift(double z) {
    return perRedshift.applyAsDouble(z);
  }

  /** The redshift of a cumulative probability, from 0 to 1. */
  public double quantile(double probability) {
    return redshifts.quantile(probability);
  }

  /**
   * What the trapezoidal rule gives for the expected number: to see what a program loses that works
   * on a coarse grid of equal steps.
   *
   * @param points of the grid, both ends included; at least 2
   */
  public double trapezoid(int points) {
    double step = (zMax - zMin) / (points - 1);
    double sum = (perRedshift(zMin) + perRedshift(zMax)) / 2;
    for (int i = 1; i < points - 1; i++) {
      sum += perRedshift(zMin + i * step);
    }
    return sum * step;
  }

  /** How far a cumulative probability may be off; see {@link QuantileTable#error}. */
  public double error() {
    return redshifts.error();
  }
}
