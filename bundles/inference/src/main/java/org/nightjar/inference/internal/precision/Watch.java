package org.nightjar.inference.internal.precision;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** Looks on while a variant is made, and may end it. */
public interface Watch {
  /** Nobody. */
  Watch NONE = new Watch() {};

  /** So many steps of something are done. */
  default void at(long done, long total, String doing) {}

  /** Whether nobody wants it any more. */
  default boolean cancelled() {
    return false;
  }

  /**
   * Tells how far it is.
   *
   * @throws NightjarException {@code CANCELLED} if nobody wants it any more
   */
  default void step(long done, long total, String doing) throws NightjarException {
    if (cancelled()) {
      throw NightjarException.of(StandardError.CANCELLED, "cancelled while " + doing, "", "");
    }
    at(done, total, doing);
  }
}
