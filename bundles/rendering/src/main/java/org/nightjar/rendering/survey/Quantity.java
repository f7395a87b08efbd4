package org.nightjar.rendering.survey;

/**
 * A value, and where it is from.
 *
 * @param value mean
 * @param spread standard deviation from picture to picture; 0 if it does not change, or is not
 *     known
 * @param source where it is from
 */
public record Quantity(double value, double spread, String source) {}
