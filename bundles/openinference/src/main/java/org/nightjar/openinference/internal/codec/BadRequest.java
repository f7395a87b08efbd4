package org.nightjar.openinference.internal.codec;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** What is said to a client that asked for what cannot be. */
public final class BadRequest {
  private BadRequest() {}

  /**
   * A request that is answered with status 400.
   *
   * @param message what is wrong
   * @param place where in the request, such as {@code inputs[1].shape}; empty if it is all of it
   * @param remedy what to send instead; may be empty
   */
  public static NightjarException of(String message, String place, String remedy) {
    return NightjarException.of(StandardError.BAD_ARGUMENT, message, place, remedy);
  }
}
