package org.nightjar.metrics;

import org.osgi.annotation.versioning.ProviderType;

/** A number that only grows. Any thread may add; adding takes no lock. */
@ProviderType
public interface Counter extends Meter {
  /**
   * Adds.
   *
   * @param amount in the counter's unit; one that is not positive and finite is not counted
   */
  void add(double amount);

  /** Adds one. */
  default void increment() {
    add(1);
  }
}
