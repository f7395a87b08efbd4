package org.nightjar.inference.internal.station;

import org.nightjar.inference.internal.time.Time;

/**
 * Whether a device is used. After a fault it is left alone for a while, then tried with one
 * harmless run; as long as that fails, the pauses double.
 */
final class Breaker {
  private static final long FIRST_PAUSE = 1_000_000_000L;
  private static final long LONGEST_PAUSE = 300_000_000_000L;

  private final Time time;
  private String reason = "";
  private long pause = FIRST_PAUSE;
  private long until;
  private boolean trying;
  private long trips;

  Breaker(Time time) {
    this.time = time;
  }

  /** Whether requests may go to the device. */
  synchronized boolean closed() {
    return reason.isEmpty();
  }

  /** Why they may not; empty if they may. */
  synchronized String reason() {
    return reason;
  }

  /** How often it has tripped. */
  synchronized long trips() {
    return trips;
  }

  /** Nanoseconds until the device is tried again. */
  synchronized long pause() {
    return reason.isEmpty() ? 0 : Math.max(0, until - time.nanos());
  }

  /**
   * The device has failed.
   *
   * @return whether that is news
   */
  synchronized boolean trip(String why) {
    boolean news = reason.isEmpty();
    reason = why;
    if (news) {
      trips++;
      until = time.nanos() + pause;
    }
    return news;
  }

  /** Whether it should be tried now; who is told so says how it went. */
  synchronized boolean tryNow() {
    if (reason.isEmpty() || trying || time.nanos() < until) {
      return false;
    }
    trying = true;
    return true;
  }

  /** How the trial went. */
  synchronized void tried(boolean works) {
    trying = false;
    if (works) {
      reason = "";
      pause = FIRST_PAUSE;
    } else {
      pause = Math.min(LONGEST_PAUSE, 2 * pause);
      until = time.nanos() + pause;
    }
  }
}
