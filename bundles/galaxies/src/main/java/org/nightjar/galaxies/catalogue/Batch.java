package org.nightjar.galaxies.catalogue;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Columns of some galaxies that follow each other. Made once and filled again and again.
 *
 * @param redshift of each galaxy
 * @param magnitude absolute, in the reference band
 * @param coefficients of the templates, galaxy by galaxy
 * @param apparent magnitudes, galaxy by galaxy, one for each band
 */
@ProviderType
public record Batch(
    double[] redshift, double[] magnitude, double[] coefficients, float[] apparent) {
  /** Room for so many galaxies. */
  public static Batch of(int size, int templates, int bands) {
    return new Batch(
        new double[size], new double[size], new double[size * templates], new float[size * bands]);
  }

  /** How many galaxies. */
  public int size() {
    return redshift.length;
  }
}
