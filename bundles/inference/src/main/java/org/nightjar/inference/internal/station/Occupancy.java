package org.nightjar.inference.internal.station;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.memory.MemoryLedger;

/**
 * What a residence holds of its device: the session, the buffers of its lanes, and the bytes that
 * are reserved for both. Loading and unloading exclude each other; those who only ask never wait
 * for either.
 */
final class Occupancy {
  /** Until a model has been loaded once, it is expected to hold this many times its file. */
  private static final int UNPACKED = 3;

  private final Residence tenant;
  private final Station station;
  private final Wiring wiring;
  private final Path graph;
  private final long fileBytes;
  private final ReentrantLock changing = new ReentrantLock();
  private volatile Session session;
  private volatile long loadNanos = 1;
  private volatile long loads;
  private long weights;

  Occupancy(Residence tenant, Station station, Wiring wiring, Path graph, long fileBytes) {
    this.tenant = tenant;
    this.station = station;
    this.wiring = wiring;
    this.graph = graph;
    this.fileBytes = fileBytes;
    // A guess must not keep out what might fit.
    this.weights = Math.max(fileBytes, Math.min(UNPACKED * fileBytes, station.ledger().capacity()));
  }

  boolean loaded() {
    return session != null;
  }

  long loads() {
    return loads;
  }

  long loadNanos() {
    return loadNanos;
  }

  long fileBytes() {
    return fileBytes;
  }

  Wiring wiring() {
    return wiring;
  }

  /** Loads the graph, unless it is. */
  MemoryLedger.Answer open() throws NightjarException {
    changing.lock();
    try {
      return load();
    } finally {
      changing.unlock();
    }
  }

  /** Loads the graph and opens a lane of it, as far as they are not. */
  MemoryLedger.Answer open(ModelLane lane) throws NightjarException {
    changing.lock();
    try {
      MemoryLedger.Answer answer = load();
      if (!tenant.has(lane)) {
        // Its shape was given up for another one while it waited to be opened.
        throw tenant.gone();
      }
      return answer == MemoryLedger.Answer.RESERVED && !lane.ready() ? openLane(lane) : answer;
    } finally {
      changing.unlock();
    }
  }

  private MemoryLedger.Answer load() throws NightjarException {
    if (!tenant.isOpen()) {
      throw tenant.gone();
    }
    if (session != null) {
      return MemoryLedger.Answer.RESERVED;
    }
    MemoryLedger.Answer answer = station.ledger().reserve(tenant, weights);
    if (answer != MemoryLedger.Answer.RESERVED) {
      return answer;
    }
    boolean loaded = false;
    try {
      long begun = station.time().nanos();
      OptionalLong before = station.device().used();
      Session opened = station.device().open(graph);
      OptionalLong after = station.device().used();
      loadNanos = Math.max(1, station.time().nanos() - begun);
      if (before.isPresent() && after.isPresent()) {
        adjust(after.getAsLong() - before.getAsLong());
      }
      loads++;
      station.listener().loaded(tenant.name(), tenant.device(), loadNanos);
      session = opened;
      loaded = true;
      return answer;
    } finally {
      if (!loaded) {
        station.ledger().release(tenant);
      }
    }
  }

  /** What was seen of a process counts within bounds: others allocate, too. */
  private void adjust(long seen) {
    long bounded = Math.max(fileBytes, Math.min(2L * UNPACKED * fileBytes, seen));
    if (bounded < weights) {
      station.ledger().release(tenant, weights - bounded);
      weights = bounded;
    } else if (station.ledger().reserve(tenant, bounded - weights)
        == MemoryLedger.Answer.RESERVED) {
      weights = bounded;
    }
  }

  /** Learns what runs of a lane cost, and reserves memory for them. */
  private MemoryLedger.Answer openLane(ModelLane lane) throws NightjarException {
    Ports ports = wired(lane);
    int most = most(ports);
    MemoryLedger.Answer answer = MemoryLedger.Answer.NEVER;
    for (int size = Math.min(most, lane.cost().knee(most)); size >= 1; size /= 2) {
      long bytes = lane.activation * size * station.slots();
      answer = station.ledger().reserve(tenant, bytes);
      if (answer == MemoryLedger.Answer.RESERVED) {
        lane.reserved = bytes;
        lane.open(session, ports, size);
        return answer;
      }
    }
    return answer;
  }

  private int most(Ports ports) {
    return wiring.batchable(session) ? station.mostTogether(ports) : 1;
  }

  /** What goes in and out of a lane, and, the first time, what its runs cost. */
  private Ports wired(ModelLane lane) throws NightjarException {
    try {
      return station.onDevice(() -> measured(lane));
    } catch (NightjarException e) {
      // The first run of a new shape is also the first that may be too large.
      if (e.problem().code().equals(StandardError.OUT_OF_MEMORY.name())
          && station.ledger().evictIdle(tenant)) {
        return station.onDevice(() -> measured(lane));
      }
      throw e;
    }
  }

  private Ports measured(ModelLane lane) throws NightjarException {
    // What the first run of a shape allocates stays allocated: look before that.
    OptionalLong before = station.device().used();
    Ports ports = wiring.ports(session, lane.shapes());
    if (!lane.known()) {
      WarmUp.Seen seen = station.warmUp().measure(session, ports, most(ports), before);
      lane.learned(seen.cost());
      lane.activation = seen.activation();
    }
    return ports;
  }

  /**
   * Closes the session and opens it again, with all lanes: what it held may be broken.
   *
   * @return whether that was possible just now
   */
  boolean reopen(Collection<ModelLane> lanes) throws NightjarException {
    if (!changing.tryLock()) {
      return false;
    }
    try {
      lanes.forEach(ModelLane::close);
      closeSession();
      Session opened = station.device().open(graph);
      session = opened;
      loads++;
      for (ModelLane lane : lanes) {
        if (lane.reserved > 0) {
          lane.open(opened, lane.ports(), lane.mostTogether());
        }
      }
      return true;
    } finally {
      changing.unlock();
    }
  }

  /** Unloads everything, unless somebody has just become busy with it. */
  boolean evict(Collection<ModelLane> lanes) {
    // Whoever loads it holds the lock, and may be waiting for the very thread that asks.
    if (!changing.tryLock()) {
      return false;
    }
    try {
      List<ModelLane> open = lanes.stream().filter(ModelLane::ready).toList();
      open.forEach(ModelLane::shut);
      // From here on no run begins: what the queue says now holds.
      if (!tenant.idle()) {
        open.forEach(ModelLane::unshut);
        station.queue().changed();
        return false;
      }
      unload(lanes);
      return true;
    } finally {
      changing.unlock();
    }
  }

  /** Unloads everything; nothing runs. */
  void close(Collection<ModelLane> lanes) {
    changing.lock();
    try {
      unload(lanes);
    } finally {
      changing.unlock();
    }
  }

  private void unload(Collection<ModelLane> lanes) {
    lanes.forEach(this::give);
    closeSession();
    station.ledger().release(tenant);
  }

  /** Closes one lane for good, unless it is being opened just now. */
  void close(ModelLane lane, Runnable forget) {
    changing.lock();
    try {
      give(lane);
      forget.run();
    } finally {
      changing.unlock();
    }
  }

  private void give(ModelLane lane) {
    lane.close();
    station.ledger().release(tenant, lane.reserved);
    lane.reserved = 0;
  }

  private void closeSession() {
    Session old = session;
    session = null;
    if (old != null) {
      old.close();
    }
  }
}
