package org.nightjar.inference.internal.simulated;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.nightjar.inference.internal.time.Time;

/**
 * A clock that moves when it is told to. What is to happen at some time happens while it passes
 * that time: in the middle of a simulated run, say.
 */
public final class VirtualTime implements Time {
  private static final Instant START = Instant.parse("2026-11-20T22:00:00Z");

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private long now;
  private long number;

  private record Event(long at, long number, Runnable what) {}

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public Instant instant() {
    return START.plusNanos(now);
  }

  /** Has something happen at a time. */
  public void at(long nanos, Runnable what) {
    events.add(new Event(nanos, number++, what));
  }

  /** When the next thing happens; {@link Time#NEVER} if nothing does. */
  public long next() {
    return events.isEmpty() ? NEVER : events.peek().at();
  }

  /** Lets time pass. */
  public void sleep(long nanos) {
    moveTo(now + nanos);
  }

  /** Lets time pass until a moment. */
  public void moveTo(long moment) {
    while (!events.isEmpty() && events.peek().at() <= moment) {
      Event event = events.poll();
      now = Math.max(now, event.at());
      event.what().run();
    }
    now = Math.max(now, moment);
  }
}
