package org.nightjar.store;

import java.util.List;
import org.nightjar.bus.Topic;

/**
 * Told when an arrival with pending work has become durable.
 *
 * @param items its pending entries
 */
public record Entered(List<WorkItem> items) {
  /** Where it is told. */
  public static final Topic<Entered> TOPIC = new Topic<>("ledger.entered", Entered.class);

  /** Copies the list. */
  public Entered {
    items = List.copyOf(items);
  }
}
