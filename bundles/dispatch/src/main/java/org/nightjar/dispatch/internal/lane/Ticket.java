package org.nightjar.dispatch.internal.lane;

import java.util.Comparator;

/**
 * A job's place in the queue, which it keeps when it has to come back.
 *
 * @param job the job
 * @param number order of arrival
 */
public record Ticket(Job job, long number) implements Comparable<Ticket> {
  private static final Comparator<Ticket> ORDER =
      Comparator.comparing((Ticket ticket) -> ticket.job().envelope().priority())
          .thenComparing(Ticket::number);

  /** Most urgent first, then oldest first. */
  @Override
  public int compareTo(Ticket other) {
    return ORDER.compare(this, other);
  }
}
