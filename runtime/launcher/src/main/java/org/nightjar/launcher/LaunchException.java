package org.nightjar.launcher;

/**
 * Nightjar could not start, for a reason the user can do something about: the message says what.
 */
public final class LaunchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LaunchException(String message) {
    super(message);
  }

  LaunchException(String message, Throwable cause) {
    super(message, cause);
  }
}
