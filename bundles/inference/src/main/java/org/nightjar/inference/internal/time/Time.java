package org.nightjar.inference.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The clock that everything is measured and decided by, and the one that deadlines are given in.
 * Tests put a clock in its place that stands still until it is moved.
 */
public interface Time {
  /** What stands for a deadline that never comes. */
  long NEVER = Long.MAX_VALUE;

  /** Nanoseconds since some moment before the service started; never goes back. */
  long nanos();

  /** The time of day. */
  Instant instant();

  /** A deadline on the clock of {@link #nanos}; {@link #NEVER} if there is none. */
  default long until(Optional<Instant> deadline) {
    if (deadline.isEmpty()) {
      return NEVER;
    }
    Duration left = Duration.between(instant(), deadline.get());
    // More than a century away is as good as never, and would overflow.
    return left.toDays() > 36_500 ? NEVER : nanos() + left.toNanos();
  }

  /** The machine's clocks. */
  static Time system() {
    long origin = System.nanoTime();
    InstantSource wall = InstantSource.system();
    return new Time() {
      @Override
      public long nanos() {
        return System.nanoTime() - origin;
      }

      @Override
      public Instant instant() {
        return wall.instant();
      }
    };
  }
}
