package org.nightjar.inference.internal.lane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.nightjar.api.product.Priority;

/**
 * Requests in order of priority, first come first served within one. Bounded by count and by bytes,
 * so that large images cannot fill the heap where small ones fit.
 */
final class RequestQueue {
  /** What became of an offer. */
  enum Offer {
    ACCEPTED,
    FULL,
    CLOSED
  }

  private final int capacity;
  private final long mostBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Map<Priority, Deque<Request>> waiting = new EnumMap<>(Priority.class);
  private int size;
  private long bytes;
  private boolean closed;

  RequestQueue(int capacity, long mostBytes) {
    this.capacity = capacity;
    this.mostBytes = mostBytes;
    for (Priority priority : Priority.values()) {
      waiting.put(priority, new ArrayDeque<>());
    }
  }

  /** Whether an offer would be accepted now, for refusing before the work of preprocessing. */
  Offer peek() {
    lock.lock();
    try {
      return state();
    } finally {
      lock.unlock();
    }
  }

  Offer offer(Request request) {
    lock.lock();
    try {
      Offer state = state();
      if (state == Offer.ACCEPTED) {
        waiting.get(request.urgency().priority()).addLast(request);
        size++;
        bytes += request.bytes();
        arrived.signal();
      }
      return state;
    } finally {
      lock.unlock();
    }
  }

  /** Takes a request out; without effect if it is not in line any more. */
  void withdraw(Request request) {
    lock.lock();
    try {
      if (waiting.get(request.urgency().priority()).remove(request)) {
        taken(request);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for requests and takes what is there, most urgent first.
   *
   * @param most how many at most
   * @return empty once the queue is closed and nothing is left
   */
  List<Request> take(int most) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (size == 0 && !closed) {
        arrived.await();
      }
      List<Request> batch = new ArrayList<>(Math.min(most, size));
      for (Deque<Request> line : waiting.values()) {
        while (batch.size() < most && !line.isEmpty()) {
          Request request = line.removeFirst();
          taken(request);
          batch.add(request);
        }
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Accepts nothing more; what is in line can still be taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  private Offer state() {
    if (closed) {
      return Offer.CLOSED;
    }
    return size >= capacity || bytes >= mostBytes ? Offer.FULL : Offer.ACCEPTED;
  }

  private void taken(Request request) {
    size--;
    bytes -= request.bytes();
  }
}
