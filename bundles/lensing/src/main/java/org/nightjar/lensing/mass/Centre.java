package org.nightjar.lensing.mass;

/**
 * The middle of a mass.
 *
 * @param x arcsec
 * @param y arcsec
 * @param singular whether an image there is drowned: the convergence is infinite, and so is the
 *     deflection's slope
 */
public record Centre(double x, double y, boolean singular) {}
