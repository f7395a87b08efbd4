package org.nightjar.mmwave.map;

/**
 * A direction, ICRS.
 *
 * @param ra right ascension, degrees, 0 to 360
 * @param dec declination, degrees, -90 to 90
 */
public record PatchSky(double ra, double dec) {}
