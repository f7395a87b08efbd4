package org.nightjar.inference.internal.schedule;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** Requests of one client, one tier and one lane, the earliest due first. */
final class Waiting {
  private static final Comparator<Request> ORDER =
      Comparator.<Request>comparingLong(request -> request.due)
          .thenComparingLong(request -> request.sequence);

  private final PriorityQueue<Request> heap = new PriorityQueue<>(ORDER);
  private int live;

  void add(Request request) {
    heap.add(request);
    live++;
  }

  /** The next one, which stays; null if there is none. */
  Request peek() {
    while (!heap.isEmpty() && heap.peek().state != Request.State.WAITING) {
      heap.poll();
    }
    return heap.peek();
  }

  /** Takes the next one, which {@link #peek} has just given. */
  void remove() {
    heap.poll();
    live--;
  }

  /** One of them is not wanted any more; its state says so. */
  void withdrawn() {
    live--;
    // Those in the middle go when they come to the front, unless they become the most.
    if (heap.size() > 64 && live < heap.size() / 2) {
      heap.removeIf(request -> request.state != Request.State.WAITING);
    }
  }

  void collect(Predicate<Request> which, List<Request> into) {
    heap.stream()
        .filter(request -> request.state == Request.State.WAITING && which.test(request))
        .forEach(into::add);
  }

  int size() {
    return live;
  }
}
