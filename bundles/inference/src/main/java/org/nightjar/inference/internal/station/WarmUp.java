package org.nightjar.inference.internal.station;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.cost.CostModel;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Runner;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.time.Time;

/** Runs zeros through a lane to see what runs cost, in time and in memory. */
final class WarmUp {
  /**
   * What a run costs beyond the network itself: threads that wake and disturb each other's caches,
   * numbers that are moved, answers that are handed out. Measured with 16 callers of a small
   * network on two processors: batches of 1, 2, 4 and 8 took 380, 330, 300 and 290 microseconds a
   * sample. It makes batches pay where the device alone would not care.
   */
  private static final long AROUND = 60_000;

  private final Device device;
  private final Time time;
  private final Duration budget;

  /**
   * A warm-up.
   *
   * @param budget after this long no larger batch is tried
   */
  WarmUp(Device device, Time time, Duration budget) {
    this.device = device;
    this.time = time;
    this.budget = budget;
  }

  /**
   * What was seen.
   *
   * @param cost durations
   * @param activation bytes of each sample in a run; at least those of its inputs and outputs
   */
  record Seen(CostModel cost, long activation) {}

  /**
   * Runs batches of 1, 2, 4, ... samples up to the largest that is wanted.
   *
   * @param before memory that was in use before the shape was first run, if that can be told
   */
  Seen measure(Session session, Ports ports, int most, OptionalLong before)
      throws NightjarException {
    long begun = time.nanos();
    SortedMap<Integer, Long> nanos = new TreeMap<>();
    int largest = 0;
    try (Runner runner = session.runner(ports, most)) {
      // The first run allocates and, on accelerators, compiles: it says nothing about later ones.
      runner.run(1);
      for (int n = 1; n <= most; n *= 2) {
        nanos.put(n, timed(runner, n));
        largest = n;
        if (time.nanos() - begun > budget.toNanos()) {
          break;
        }
      }
    }
    return new Seen(CostModel.fitted(nanos).plus(AROUND), activation(ports, before, largest));
  }

  /** The faster of two: what else the machine does can only make a run slower. */
  private long timed(Runner runner, int n) throws NightjarException {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      long start = time.nanos();
      runner.run(n);
      best = Math.min(best, time.nanos() - start);
    }
    return best;
  }

  private long activation(Ports ports, OptionalLong before, int largest) {
    OptionalLong after = device.used();
    long grown =
        before.isPresent() && after.isPresent()
            ? Math.max(0, after.getAsLong() - before.getAsLong()) / largest
            : 0;
    return Math.max(grown, ports.bytes());
  }
}
