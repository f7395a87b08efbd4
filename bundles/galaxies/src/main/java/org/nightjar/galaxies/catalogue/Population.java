package org.nightjar.galaxies.catalogue;

import org.nightjar.galaxies.population.LuminosityCone;
import org.nightjar.galaxies.spectrum.Photometry;
import org.nightjar.galaxies.spectrum.SpectralCoefficients;
import org.nightjar.statistics.random.Streams;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Galaxies of one kind: redshifts and absolute magnitudes from a luminosity function, spectra as
 * sums of templates, apparent magnitudes from those. Galaxy i depends on the seed, this
 * population's name and i alone, so batches of any size may be made in any order by any number of
 * threads.
 *
 * @param name of the population, part of its streams' names
 */
@ProviderType
public record Population(
    String name, LuminosityCone cone, SpectralCoefficients coefficients, Photometry photometry) {
  /** How many galaxies there are in this sky. */
  public long count(Streams streams) {
    return cone.redshifts().count(streams.stream(name + ".count"));
  }

  /** Room for a batch. */
  public Batch batch(int size) {
    return Batch.of(size, coefficients.size(), photometry.bands());
  }

  /**
   * Makes galaxies.
   *
   * @param first number of the first one, from 0
   * @param batch to fill
   */
  public void fill(Streams streams, long first, Batch batch) {
    cone.fill(
        streams.stream(name + ".galaxy")::at,
        first,
        batch.size(),
        batch.redshift(),
        batch.magnitude());
    coefficients.fill(
        streams.stream(name + ".spectrum")::at,
        first,
        batch.size(),
        batch.redshift(),
        batch.coefficients());
    photometry.apparent(
        batch.size(), batch.redshift(), batch.magnitude(), batch.coefficients(), batch.apparent());
  }
}
