package org.nightjar.inference.internal.schedule;

import java.util.IdentityHashMap;
import java.util.Map;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.time.Time;

/**
 * Holds clients to the part of the device's time that their quota allows, also when nobody else
 * wants it: a bucket that fills at that rate and holds one second's worth.
 */
final class Throttle {
  private static final long BURST = 1_000_000_000;

  private final int slots;

  /** When what a client has used will be paid for, if it uses no more. */
  private final Map<Client, Double> paid = new IdentityHashMap<>();

  Throttle(int slots) {
    this.slots = slots;
  }

  boolean free(Client client, long now) {
    return client.quota().time() >= 1 || paid.getOrDefault(client, Double.NEGATIVE_INFINITY) <= now;
  }

  void charge(Client client, double nanos, long now) {
    double part = client.quota().time();
    if (part < 1) {
      double start =
          Math.max(paid.getOrDefault(client, Double.NEGATIVE_INFINITY), now - (double) BURST);
      paid.put(client, start + nanos / (part * slots));
    }
  }

  /** When the first of the held clients is free again; {@link Time#NEVER} if none is held. */
  long until(Iterable<Line> lines, long now) {
    long first = Time.NEVER;
    for (Line line : lines) {
      if (line.size() > 0 && !free(line.client(), now)) {
        first = Math.min(first, (long) Math.ceil(paid.get(line.client())));
      }
    }
    return first;
  }

  void forget(Client client) {
    paid.remove(client);
  }
}
