package org.nightjar.dispatch.internal.lane;

import java.util.List;

/** Runs jobs on a thread of a slot. */
@FunctionalInterface
public interface Runner {
  /**
   * Runs jobs and tells the lane of each how it ended: exactly one of {@link Lane#ended}, {@link
   * Lane#again}, {@link Lane#park} and {@link Lane#forget}.
   *
   * @return whether the thread may go on; not if it came back after it had been given up
   */
  boolean run(Lane lane, Slot slot, List<Ticket> tickets);
}
