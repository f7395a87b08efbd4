package org.nightjar.mmwave;

/**
 * An object that was painted.
 *
 * @param kind what it is
 * @param id unique among its kind
 * @param ra right ascension, ICRS, degrees
 * @param dec declination, ICRS, degrees
 * @param x column; the centre of the map's first pixel is 0
 * @param y row
 * @param mass M500, solar masses; NaN for point sources
 * @param redshift NaN for point sources
 * @param y500 y integrated over the sphere of R500, arcmin^2; NaN for point sources
 * @param theta500 R500 as an angle, arcminutes; NaN for point sources
 * @param y0 y through the centre; NaN for point sources
 * @param milliJansky flux density at the centre of each band, mJy; of clusters the change that y500
 *     makes
 */
public record TruthRecord(
    TruthKind kind,
    long id,
    double ra,
    double dec,
    double x,
    double y,
    double mass,
    double redshift,
    double y500,
    double theta500,
    double y0,
    double[] milliJansky) {}
