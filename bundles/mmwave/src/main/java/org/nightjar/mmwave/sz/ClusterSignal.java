package org.nightjar.mmwave.sz;

/**
 * What a cluster does to the background.
 *
 * @param compton y by angle in arcminutes
 * @param depth Thomson optical depth by angle in arcminutes; null without a model of the gas
 * @param theta500 R500 as an angle, arcminutes
 * @param y500 y integrated over the sphere of R500, over the square of the distance, arcmin^2
 * @param temperature of the electrons, keV
 */
public record ClusterSignal(
    RadialProfile compton, RadialProfile depth, double theta500, double y500, double temperature) {}
