package org.nightjar.bus;

import java.util.Objects;

/**
 * Where events of one type are told to whoever listens. Delivery is not durable: what must not be
 * lost is in the ledger, and an event only says that looking there pays.
 *
 * @param name name on the bus
 * @param type type of the event, an immutable record
 * @param <T> the event
 */
public record Topic<T>(String name, Class<T> type) {
  /** Refuses nulls. */
  public Topic {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}
