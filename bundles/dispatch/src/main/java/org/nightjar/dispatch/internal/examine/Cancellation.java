package org.nightjar.dispatch.internal.examine;

/** Whether a call should end early. */
@FunctionalInterface
public interface Cancellation {
  /** Nobody asks for an early end. */
  Cancellation NEVER = () -> false;

  /** Whether it should. */
  boolean cancelled();
}
