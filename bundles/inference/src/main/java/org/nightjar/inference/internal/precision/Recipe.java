package org.nightjar.inference.internal.precision;

import java.util.List;
import java.util.Optional;

/**
 * How a variant of a network is made.
 *
 * @param precision {@code int8} or {@code float16-weights}
 * @param kept nodes that stay in single precision, of {@code int8}
 * @param percentile how many per cent of the numbers a range holds; empty for all of them
 * @param weightBits 8, or 7 for processors without VNNI instructions
 */
public record Recipe(
    String precision, List<String> kept, Optional<Double> percentile, int weightBits) {
  /** Copies the list. */
  public Recipe {
    kept = List.copyOf(kept);
  }
}
