package org.nightjar.store;

import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.Envelope;

/**
 * A product found in an arrival, and who is to judge it.
 *
 * @param envelope the product
 * @param tasks names of the tasks that are to judge it
 * @param rejected why nobody is; empty if somebody is
 */
public record Placement(Envelope envelope, Set<String> tasks, Optional<Problem> rejected) {
  /** Somebody judges it, or there is a reason why not. */
  public Placement {
    tasks = Set.copyOf(tasks);
    if (tasks.isEmpty() == rejected.isEmpty()) {
      throw new IllegalArgumentException(
          "a product is placed with tasks or rejected with a reason");
    }
  }
}
