package org.nightjar.inference.internal.schedule;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nightjar.api.product.Priority;
import org.nightjar.inference.internal.client.Client;

/**
 * What waits at one priority, by client. A tier with a floor earns credit from every run of others
 * while it waits, and is served out of turn when the credit pays for a run: over any stretch in
 * which it has work it gets at least its part of the device.
 */
final class Tier {
  private final Priority priority;
  private final double floor;
  private final Map<Client, Line> lines = new LinkedHashMap<>();
  private int size;
  private long cost;
  private double served;
  private double credit;

  Tier(Priority priority, double floor) {
    this.priority = priority;
    this.floor = floor;
  }

  Priority priority() {
    return priority;
  }

  int size() {
    return size;
  }

  /** Device nanoseconds of all that waits here. */
  long cost() {
    return cost;
  }

  Iterable<Line> lines() {
    return lines.values();
  }

  Line find(Client client) {
    return lines.get(client);
  }

  void add(Request request) {
    Line line = lines.computeIfAbsent(request.client(), Line::new);
    if (line.size() == 0) {
      line.time = Math.max(line.time, served);
    }
    line.add(request);
    size++;
    cost += request.cost;
  }

  void left(Request request) {
    size--;
    cost -= request.cost;
    if (size == 0) {
      credit = 0;
    }
    lines.get(request.client()).left(request);
  }

  /** Forgets clients that have had nothing waiting, once there are many of them. */
  void tidy(int most) {
    if (lines.size() > most) {
      lines.values().removeIf(line -> line.size() == 0 && line.time <= served);
    }
  }

  /** The line that has had least among those that have something to run; null if none has. */
  Line first(Line.Held held, Throttle throttle, long now) {
    Line first = null;
    for (Line line : lines.values()) {
      if (line.size() > 0
          && (first == null || line.time < first.time)
          && throttle.free(line.client(), now)
          && line.first(held, now) != null) {
        first = line;
      }
    }
    return first;
  }

  /** A line is being served now; whoever joins later starts from here. */
  void serving(Line line) {
    served = Math.max(served, line.time);
  }

  /** Somebody else's run takes this long. */
  void earn(double nanos) {
    if (size > 0) {
      credit += nanos * floor / (1 - floor);
    }
  }

  /** Whether the credit pays for a run of this length. */
  boolean owed(double nanos) {
    return floor > 0 && credit >= nanos;
  }

  /** A run of this tier takes this long, beyond what others left over. */
  void spend(double nanos) {
    credit = Math.max(0, credit - nanos);
  }
}
