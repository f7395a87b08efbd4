package org.nightjar.galaxies.population;

import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.galaxies.internal.RowTable;
import org.nightjar.statistics.distribution.Elementary;
import org.nightjar.statistics.distribution.QuantileTable;
import org.nightjar.statistics.distribution.SchechterTail;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Galaxies of a luminosity function down to an apparent magnitude: redshifts and absolute
 * magnitudes that belong together. The apparent magnitude is without k-correction, m = M + DM(z).
 *
 * <p>Source: J. Herbel et al., JCAP 08 (2017) 035, section 3.1.
 */
@ProviderType
public final class LuminosityCone {
  /** 2.5 / ln 10: magnitudes per e-fold of light. */
  private static final double MAGNITUDES = 2.5 / StrictMath.log(10);

  /** Redshifts below this share of the largest are as this: there is no volume. */
  private static final double NEAREST = 1e-8;

  private final SchechterLuminosity function;
  private final double limit;
  private final Cosmology cosmology;
  private final RedshiftCone redshifts;
  private final SchechterTail tail;
  private final RowTable limits;

  /**
   * Galaxies in a part of the sky.
   *
   * @param limit the faintest apparent magnitude
   * @param area square degrees, above 0
   * @param zMin at least 0
   * @param zMax above zMin
   */
  public LuminosityCone(
      SchechterLuminosity function,
      double limit,
      double area,
      Cosmology cosmology,
      double zMin,
      double zMax) {
    this.function = function;
    this.limit = limit;
    this.cosmology = cosmology;
    redshifts =
        new RedshiftCone(z -> function.brighter(z, faintest(z)), area, cosmology, zMin, zMax);
    double nearest = Math.max(zMin, NEAREST * zMax);
    double least = SchechterTail.MOST;
    for (double z = nearest; z < zMax; z += (zMax - nearest) / 256) {
      least = Math.min(least, function.ratio(z, faintest(z)));
    }
    tail = new SchechterTail(function.alpha(), least / 2, QuantileTable.DEFAULT_TOLERANCE);
    limits =
        RowTable.of(
            (logZ, row) -> {
              double z = Elementary.exp(logZ);
              double x = Math.min(SchechterTail.MOST / 2, function.ratio(z, faintest(z)));
              row[0] = tail.logarithm(x);
              row[1] = function.characteristic().applyAsDouble(z);
            },
            2,
            StrictMath.log(nearest),
            StrictMath.log(zMax),
            RowTable.Measure.ABSOLUTE,
            QuantileTable.DEFAULT_TOLERANCE);
  }

  /** The faintest absolute magnitude that is seen at a redshift above 0. */
  public double faintest(double z) {
    return limit - cosmology.distanceModulus(z);
  }

  /** The redshifts alone. */
  public RedshiftCone redshifts() {
    return redshifts;
  }

  /**
   * Draws the absolute magnitude of a galaxy that is seen at a redshift.
   *
   * @param z above 0; may be outside of the cone
   */
  public double drawMagnitude(double z, RandomGenerator random) {
    double lower = tail.logarithm(Math.max(tail.least(), function.ratio(z, faintest(z))));
    double characteristic = function.characteristic().applyAsDouble(z);
    return characteristic - MAGNITUDES * tail.drawLogarithm(lower, random);
  }

  /**
   * Draws galaxies that follow each other, each with a redshift and an absolute magnitude.
   *
   * @param at random numbers of the galaxy with an id
   * @param first id of the galaxy that comes first
   * @param size how many
   */
  public void fill(
      LongFunction<? extends RandomGenerator> at,
      long first,
      int size,
      double[] redshift,
      double[] magnitude) {
    double[] row = new double[2];
    for (int i = 0; i < size; i++) {
      RandomGenerator random = at.apply(first + i);
      double z = redshifts.draw(random);
      limits.row(Elementary.log(z), row);
      redshift[i] = z;
      magnitude[i] = row[1] - MAGNITUDES * tail.drawLogarithm(row[0], random);
    }
  }

  /** How far a cumulative probability of redshift or magnitude may be off. */
  public double error() {
    return Math.max(redshifts.error(), tail.error() + limits.error());
  }
}
