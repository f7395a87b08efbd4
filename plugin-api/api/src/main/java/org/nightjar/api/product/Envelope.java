package org.nightjar.api.product;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What travels on the bus for a product: a reference and the few facts needed to route it, never
 * pixels.
 *
 * @param ref which product
 * @param facts what the reader saw when it recognised the product; the full facts come with {@link
 *     Product#facts()}
 * @param night the night it belongs to: the date on which that night's evening began at the
 *     profile's site
 * @param priority how urgent
 * @param deadline when its reports are no longer of use, if ever
 */
public record Envelope(
    ProductRef ref, Facts facts, LocalDate night, Priority priority, Optional<Instant> deadline) {

  /** Refuses nulls. */
  public Envelope {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(night, "night");
    Objects.requireNonNull(priority, "priority");
    Objects.requireNonNull(deadline, "deadline");
  }
}
