package org.nightjar.mmwave.source;

/**
 * A point source.
 *
 * @param id of its population, unique there
 * @param x column in the patch; the centre of the first pixel is 0
 * @param y row in the patch
 * @param jansky flux density at the population's frequency
 * @param index spectral index, S ~ nu^index
 */
public record PointSource(long id, double x, double y, double jansky, double index) {}
