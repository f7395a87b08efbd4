package org.nightjar.store;

import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.ProductRef;

/**
 * Something that was rejected or quarantined.
 *
 * @param night the night
 * @param task name of the task; {@code intake} for what never reached one
 * @param uri the file as it arrived
 * @param product the product; empty for a file, or the rest of one, in which none was found
 * @param state {@code REJECTED} or {@code QUARANTINED}
 * @param problem why
 */
public record Refusal(
    LocalDate night,
    String task,
    URI uri,
    Optional<ProductRef> product,
    EntryState state,
    Problem problem) {

  /** Refuses nulls and entries that are well. */
  public Refusal {
    Objects.requireNonNull(night, "night");
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(problem, "problem");
    if (state != EntryState.REJECTED && state != EntryState.QUARANTINED) {
      throw new IllegalArgumentException("a refusal in state " + state);
    }
  }
}
