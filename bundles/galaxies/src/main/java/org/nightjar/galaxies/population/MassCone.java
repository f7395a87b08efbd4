package org.nightjar.galaxies.population;

import java.util.random.RandomGenerator;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.statistics.distribution.Elementary;
import org.nightjar.statistics.distribution.QuantileTable;
import org.nightjar.statistics.distribution.SchechterTail;
import org.nightjar.statistics.random.Philox;
import org.osgi.annotation.versioning.ProviderType;

/** Galaxies of a stellar mass function between two masses, in a part of the sky. */
@ProviderType
public final class MassCone {
  private final SchechterMass function;
  private final double least;
  private final double most;
  private final RedshiftCone redshifts;
  private final SchechterTail tail;

  /**
   * Galaxies in a part of the sky.
   *
   * @param least mass, solar masses, above 0
   * @param most mass, above the least
   * @param area square degrees, above 0
   * @param zMin at least 0
   * @param zMax above zMin
   */
  public MassCone(
      SchechterMass function,
      double least,
      double most,
      double area,
      Cosmology cosmology,
      double zMin,
      double zMax) {
    if (!(least > 0 && most > least)) {
      throw new IllegalArgumentException("masses from " + least + " to " + most);
    }
    this.function = function;
    this.least = least;
    this.most = most;
    redshifts =
        new RedshiftCone(z -> function.between(z, least, most), area, cosmology, zMin, zMax);
    double smallest = SchechterTail.MOST;
    for (int i = 0; i <= 256; i++) {
      double z = zMin + (zMax - zMin) * i / 256;
      smallest = Math.min(smallest, least / function.characteristic().applyAsDouble(z));
    }
    tail = new SchechterTail(function.alpha(), smallest / 2, QuantileTable.DEFAULT_TOLERANCE);
  }

  /** The redshifts alone. */
  public RedshiftCone redshifts() {
    return redshifts;
  }

  /** Draws the mass of a galaxy at a redshift, solar masses. */
  public double drawMass(double z, RandomGenerator random) {
    double characteristic = function.characteristic().applyAsDouble(z);
    double lower = tail.logarithm(Math.max(tail.least(), least / characteristic));
    double upper = tail.logarithm(most / characteristic);
    double mass = characteristic * Elementary.exp(tail.drawLogarithm(lower, upper, random));
    return Math.max(least, Math.min(most, mass));
  }

  /**
   * Draws galaxies that follow each other, each with a redshift and a mass.
   *
   * @param stream where it stands does not matter
   * @param first id of the galaxy that comes first
   */
  public void fill(Philox stream, long first, double[] redshift, double[] mass) {
    for (int i = 0; i < redshift.length; i++) {
      stream.at(first + i);
      redshift[i] = redshifts.draw(stream);
      mass[i] = drawMass(redshift[i], stream);
    }
  }

  /** How far a cumulative probability of redshift or mass may be off. */
  public double error() {
    return Math.max(redshifts.error(), tail.error());
  }
}
