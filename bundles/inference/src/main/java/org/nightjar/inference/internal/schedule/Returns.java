package org.nightjar.inference.internal.schedule;

import org.nightjar.inference.internal.time.Time;

/**
 * Whether those who were just answered ask again at once. On a device whose runs have a large fixed
 * cost, callers that wait for each answer would otherwise split into two groups for ever: the first
 * one back starts a run alone, all others wait for the next. A short hold joins them. It is taken
 * only where returns were seen, never longer than a quarter of the fixed cost, and never on devices
 * where runs start cheaply.
 */
final class Returns {
  private static final double FOLLOW = 0.25;
  private static final long LEAST_FIXED = 100_000;

  /** Of those expected back, this many must be there for the hold to end early. */
  private static final double ENOUGH = 0.95;

  private double rate;
  private int answered;
  private int back;
  private long windowEnd;
  private boolean open;
  private long holdUntil = Long.MIN_VALUE;
  private int enough;

  /** A run has ended; those in it may come again. */
  void over(int size, int waiting, int most, long fixed, long now) {
    closeWindow();
    holdUntil = Long.MIN_VALUE;
    if (fixed < LEAST_FIXED) {
      return;
    }
    answered = size;
    back = 0;
    windowEnd = now + fixed / 4;
    open = true;
    double expected = rate * size;
    if (expected >= 1 && waiting < most) {
      enough = (int) Math.min(most, Math.floor(waiting + ENOUGH * expected));
      holdUntil = enough > waiting ? windowEnd : Long.MIN_VALUE;
    }
  }

  /** A request has arrived. */
  void arrived(int waiting, long now) {
    if (open && now <= windowEnd) {
      back++;
    }
    if (waiting >= enough) {
      holdUntil = Long.MIN_VALUE;
    }
  }

  /** Whether to wait a little for more to come. */
  boolean holding(long now) {
    if (open && now > windowEnd) {
      closeWindow();
    }
    return now < holdUntil;
  }

  /** When the hold ends; {@link Time#NEVER} if there is none. */
  long until(long now) {
    return now < holdUntil ? holdUntil : Time.NEVER;
  }

  private void closeWindow() {
    if (open) {
      double seen = Math.min(1, (double) back / Math.max(1, answered));
      rate += FOLLOW * (seen - rate);
      open = false;
    }
  }
}
