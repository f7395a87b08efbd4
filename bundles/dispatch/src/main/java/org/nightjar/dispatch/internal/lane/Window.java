package org.nightjar.dispatch.internal.lane;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

/** The jobs of a lane that wait in memory, bounded. Guarded by the lane's lock. */
final class Window {
  private final PriorityQueue<Ticket> queue = new PriorityQueue<>();
  private final List<Ticket> parked = new ArrayList<>();
  private final Set<Long> entries = new HashSet<>();
  private long tickets;
  private int waitingEntries;
  private int waitingRequests;

  /**
   * Takes a new job.
   *
   * @return false if there is no room for it
   */
  boolean offer(Job job, int most) {
    if (job.entry().isPresent()) {
      long entry = job.entry().getAsLong();
      if (entries.contains(entry)) {
        return true;
      }
      if (waitingEntries >= most) {
        return false;
      }
      entries.add(entry);
    } else if (waitingRequests >= most) {
      return false;
    }
    enqueue(new Ticket(job, tickets++));
    return true;
  }

  /** Takes a job, new or back from where it could not be finished. */
  void enqueue(Ticket ticket) {
    count(ticket, 1);
    queue.add(ticket);
  }

  /** Keeps a job out of the queue until {@link #unpark}. */
  void park(Ticket ticket) {
    count(ticket, 1);
    parked.add(ticket);
  }

  void unpark(Predicate<Job> which) {
    List<Ticket> back = parked.stream().filter(ticket -> which.test(ticket.job())).toList();
    parked.removeAll(back);
    queue.addAll(back);
  }

  /** The next jobs. Their entries are still known, so that they do not come in again. */
  List<Ticket> poll(int most) {
    List<Ticket> taken = new ArrayList<>(Math.min(most, queue.size()));
    while (taken.size() < most && !queue.isEmpty()) {
      Ticket ticket = queue.poll();
      count(ticket, -1);
      taken.add(ticket);
    }
    return taken;
  }

  /** Forgets a job that was polled. */
  void leave(Ticket ticket) {
    ticket.job().entry().ifPresent(entries::remove);
  }

  /** Forgets all that wait. */
  List<Ticket> clear() {
    List<Ticket> left = new ArrayList<>(queue);
    left.addAll(parked);
    queue.clear();
    parked.clear();
    entries.clear();
    return left;
  }

  /** How many can be taken now. */
  int ready() {
    return queue.size();
  }

  /** How many wait. */
  int size() {
    return queue.size() + parked.size();
  }

  /** How many ledger entries wait. */
  int waitingEntries() {
    return waitingEntries;
  }

  /** The ledger entries that wait or are in flight. */
  Set<Long> entries() {
    return Set.copyOf(entries);
  }

  private void count(Ticket ticket, int change) {
    if (ticket.job().entry().isPresent()) {
      waitingEntries += change;
    } else {
      waitingRequests += change;
    }
  }
}
