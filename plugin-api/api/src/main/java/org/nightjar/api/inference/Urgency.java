package org.nightjar.api.inference;

import java.time.Instant;
import java.util.Optional;
import org.nightjar.api.product.Priority;

/**
 * How soon an answer is needed.
 *
 * @param priority order of service
 * @param deadline when an answer is no longer of use; expired requests are refused, never run
 */
public record Urgency(Priority priority, Optional<Instant> deadline) {
  /** No hurry. */
  public static final Urgency BULK = new Urgency(Priority.BULK, Optional.empty());
}
