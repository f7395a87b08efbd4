package org.nightjar.inference.internal.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.nightjar.inference.internal.client.Client;

/**
 * What one client has waiting in one tier, and how much device time it has had there. Time is
 * counted as in start-time fair queueing (Goyal, Vin and Cheng 1996): divided by the client's
 * share, and never less than that of those who were served meanwhile, so that nobody saves up.
 */
final class Line {
  private final Client client;
  private final Map<Lane, Waiting> waiting = new LinkedHashMap<>();
  private int size;
  private long cost;
  double time;

  Line(Client client) {
    this.client = client;
  }

  Client client() {
    return client;
  }

  int size() {
    return size;
  }

  /** Device nanoseconds of all that waits here. */
  long cost() {
    return cost;
  }

  Waiting of(Lane lane) {
    return waiting.get(lane);
  }

  void add(Request request) {
    waiting.computeIfAbsent(request.lane(), lane -> new Waiting()).add(request);
    size++;
    cost += request.cost;
  }

  /** A request has left, whichever way. */
  void left(Request request) {
    size--;
    cost -= request.cost;
    if (waiting.get(request.lane()).size() == 0) {
      waiting.remove(request.lane());
    }
  }

  /** The request that is due first among those whose lane can run and is not held; or null. */
  Request first(Held held, long now) {
    Request first = null;
    for (Map.Entry<Lane, Waiting> each : waiting.entrySet()) {
      Lane lane = each.getKey();
      if (lane.ready() && !held.isHeld(lane, now)) {
        Request head = each.getValue().peek();
        if (head != null && (first == null || head.due < first.due)) {
          first = head;
        }
      }
    }
    return first;
  }

  void charge(double nanos) {
    time += nanos / client.quota().share();
  }

  /** Adds what waits here and fulfils a condition. */
  void collect(Predicate<Request> which, List<Request> into) {
    waiting.values().forEach(each -> each.collect(which, into));
  }

  /** Lanes that are held back on purpose. */
  @FunctionalInterface
  interface Held {
    boolean isHeld(Lane lane, long now);
  }
}
