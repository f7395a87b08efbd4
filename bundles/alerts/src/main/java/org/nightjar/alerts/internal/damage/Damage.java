package org.nightjar.alerts.internal.damage;

import org.nightjar.api.error.ErrorCode;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;

/** Errors about the bytes of a packet. */
public final class Damage {
  private static final String AGAIN = "Fetch the packet again from its archive";

  private Damage() {}

  /** The bytes contradict the format. */
  public static NightjarException corrupt(String message, String place) {
    return NightjarException.of(StandardError.CORRUPT, message, place, AGAIN);
  }

  /** The bytes contradict the format, as a library found. */
  public static NightjarException corrupt(String message, String place, Exception cause) {
    return new NightjarException(Problem.of(StandardError.CORRUPT, message, place, AGAIN), cause);
  }

  /** The bytes end before the packet does. */
  public static NightjarException truncated(String message, String place) {
    return NightjarException.of(StandardError.TRUNCATED, message, place, AGAIN);
  }

  /** Any other kind, with its own remedy. */
  public static NightjarException of(ErrorCode code, String message, String place, String remedy) {
    return NightjarException.of(code, message, place, remedy);
  }
}
