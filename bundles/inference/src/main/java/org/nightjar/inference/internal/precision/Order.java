package org.nightjar.inference.internal.precision;

import java.util.Optional;

/**
 * What somebody wants of a variant.
 *
 * @param recipe how it is made
 * @param samples which samples are used
 * @param limit largest loss that is accepted; empty for what the package or the platform says
 */
public record Order(Recipe recipe, SampleChoice samples, Optional<Double> limit) {}
