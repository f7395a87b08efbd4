package org.nightjar.lensing.distance;

/**
 * An NFW halo as it looks.
 *
 * @param scaleRadius R_s, arcsec
 * @param deflection at R_s, arcsec
 */
public record NfwAngles(double scaleRadius, double deflection) {}
