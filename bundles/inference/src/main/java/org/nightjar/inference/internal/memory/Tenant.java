package org.nightjar.inference.internal.memory;

/** Something that holds memory of a device and can give it back: a model that is loaded. */
public interface Tenant {
  /** For messages. */
  String name();

  /** When it was last used, on the service's clock. */
  long lastUsed();

  /** How long it takes to load it again, nanoseconds. */
  long reloadNanos();

  /** Whether it may go now: nothing runs, nothing waits, nobody holds a lease. */
  boolean idle();

  /** Whether live products have used it lately, so that it had better stay. */
  boolean precious();

  /**
   * Gives its memory back and releases it in the ledger, unless it has just become busy.
   *
   * @return whether it did
   */
  boolean evict();
}
