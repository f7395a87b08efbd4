package org.nightjar.mmwave.map;

/**
 * A place in a patch.
 *
 * @param x columns; the centre of the first pixel is 0
 * @param y rows; the centre of the first pixel is 0
 */
public record PatchPoint(double x, double y) {}
