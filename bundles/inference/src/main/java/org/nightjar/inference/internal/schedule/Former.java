package org.nightjar.inference.internal.schedule;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.inference.internal.time.Time;

/**
 * Puts a run together: takes turns between clients, keeps within the size that pays and the time
 * that urgent requests may be kept waiting, drops what is too late, and lets less urgent requests
 * ride along where they cost next to nothing.
 */
final class Former {
  /** A run may become this much longer for those who ride along. */
  private static final double RIDE = 1.1;

  private final Throttle throttle;
  private final long now;
  private final Lane lane;
  private final int most;
  private final List<Request> chosen = new ArrayList<>();
  private final List<Request> dropped;
  private long tightest = Time.NEVER;

  /**
   * Prepares a run of one lane.
   *
   * @param most samples that the run should have at most
   * @param dropped receives what is too late
   */
  Former(Lane lane, Throttle throttle, int most, long now, List<Request> dropped) {
    this.lane = lane;
    this.throttle = throttle;
    this.now = now;
    this.dropped = dropped;
    this.most = most;
  }

  /** Takes from the tier whose turn it is. */
  void fill(Tier tier) {
    take(tier, most);
  }

  /** Takes from a less urgent tier what the run has room for at hardly any cost. */
  void ride(Tier tier) {
    if (chosen.isEmpty()) {
      return;
    }
    long bound = (long) (RIDE * cost(chosen.size()));
    int room = chosen.size();
    while (room < most && cost(room + 1) <= bound) {
      room++;
    }
    take(tier, room);
  }

  List<Request> chosen() {
    return chosen;
  }

  private void take(Tier tier, int limit) {
    double each = (double) cost(Math.max(1, limit)) / Math.max(1, limit);
    while (chosen.size() < limit) {
      Line line = next(tier);
      if (line == null) {
        return;
      }
      Request request = line.of(lane).peek();
      if (late(request)) {
        remove(tier, line, request);
        dropped.add(request);
      } else if (now + cost(chosen.size() + 1) <= Math.min(tightest, request.deadline())) {
        remove(tier, line, request);
        line.charge(each);
        tier.serving(line);
        chosen.add(request);
        tightest = Math.min(tightest, request.deadline());
      } else {
        return;
      }
    }
  }

  /** Whether its deadline has passed, or would even if it ran alone. */
  private boolean late(Request request) {
    return request.deadline() != Time.NEVER && now + cost(1) > request.deadline();
  }

  private Line next(Tier tier) {
    Line next = null;
    for (Line line : tier.lines()) {
      Waiting waiting = line.of(lane);
      if (waiting != null
          && (next == null || line.time < next.time)
          && waiting.peek() != null
          && throttle.free(line.client(), now)) {
        next = line;
      }
    }
    return next;
  }

  private static void remove(Tier tier, Line line, Request request) {
    line.of(request.lane()).remove();
    tier.left(request);
  }

  private long cost(int n) {
    return lane.cost().predict(n, now);
  }
}
