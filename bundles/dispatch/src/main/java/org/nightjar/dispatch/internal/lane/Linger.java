package org.nightjar.dispatch.internal.lane;

import java.time.Duration;

/** How long a thread with nothing else to do has waited for its batch to fill. */
final class Linger {
  private boolean begun;
  private long end;

  void reset() {
    begun = false;
  }

  /** Whether it has waited long enough; the first question starts the clock. */
  boolean over(Duration atMost) {
    if (atMost.isZero()) {
      return true;
    }
    if (!begun) {
      begun = true;
      end = System.nanoTime() + atMost.toNanos();
    }
    return left() <= 0;
  }

  /** Nanoseconds left. */
  long left() {
    return end - System.nanoTime();
  }
}
