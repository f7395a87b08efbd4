package org.nightjar.inference.internal.shadow;

/**
 * How much a version on trial may differ and still go live by itself.
 *
 * @param flips part of the decisions that may come out differently
 * @param slower how many times as long it may take
 */
public record ShadowLimits(double flips, double slower) {}
