package org.nightjar.inference.internal.station;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Priority;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.memory.MemoryLedger;
import org.nightjar.inference.internal.memory.Tenant;
import org.nightjar.inference.internal.preprocess.Preprocessing.Prepared;
import org.nightjar.inference.internal.schedule.Answer;
import org.nightjar.inference.internal.schedule.Refusal;
import org.nightjar.inference.internal.schedule.Request;

/**
 * A version of a model on one device: loaded when somebody asks, unloaded when others need its
 * memory. Loading and unloading are done by the station's loader, one after the other.
 */
public final class Residence implements Tenant {
  /** A model that live products used within this time is not evicted. */
  private static final long PRECIOUS = 60_000_000_000L;

  /** Until a model has been loaded once, it is expected to hold this many times its file. */
  private static final int UNPACKED = 3;

  private static final int MOST_SHAPES = 16;

  private final String name;
  private final Path graph;
  private final long fileBytes;
  private final Station station;
  private final Wiring wiring;
  private final Escape escape;
  private final Map<List<List<Integer>>, ModelLane> lanes = new ConcurrentHashMap<>();

  /** Held by whoever loads or unloads; never by those who ask. */
  private final ReentrantLock changing = new ReentrantLock();

  private final AtomicInteger leases = new AtomicInteger();
  private volatile Session session;
  private volatile boolean closed;
  private volatile long lastUsed;
  private volatile long lastLive = Long.MIN_VALUE / 2;
  private volatile long loadNanos = 1;
  private volatile long loads;
  private long weights;

  /**
   * A model that is not loaded yet.
   *
   * @param name {@code id@version}
   * @param fileBytes size of the graph
   * @param escape where its requests go when the device fails them
   */
  public Residence(
      String name, Path graph, long fileBytes, Station station, Wiring wiring, Escape escape) {
    this.name = name;
    this.graph = graph;
    this.fileBytes = fileBytes;
    this.station = station;
    this.wiring = wiring;
    this.escape = escape;
    // A guess must not keep out what might fit.
    this.weights = Math.max(fileBytes, Math.min(UNPACKED * fileBytes, station.ledger().capacity()));
  }

  @Override
  public String name() {
    return name;
  }

  /** Name of its device. */
  public String device() {
    return station.device().name();
  }

  /** Where it is. */
  public Station station() {
    return station;
  }

  /** How its graph is fed. */
  Wiring wiring() {
    return wiring;
  }

  /** Sends a request elsewhere, if there is such a place. */
  boolean move(Request request, NightjarException why) {
    boolean moved = escape.move(this, request, why);
    if (moved) {
      station.listener().movedAway(name, device());
    }
    return moved;
  }

  /**
   * Loads the graph and opens the lane of a shape, waiting for memory if need be.
   *
   * @return what goes in and out
   */
  public Ports wire(List<List<Integer>> shapes) throws NightjarException, InterruptedException {
    ModelLane lane = lane(shapes);
    station.add(this);
    station.prepare(this);
    return lane.ports();
  }

  /** Whether it is in memory. */
  public boolean loaded() {
    return session != null;
  }

  /** How often it has been loaded. */
  public long loads() {
    return loads;
  }

  /** Bytes that it has reserved. */
  public long bytes() {
    return station.ledger().held(this);
  }

  /** Requests that wait for it. */
  public int waiting() {
    return lanes.values().stream().mapToInt(lane -> station.queue().load(lane).waiting()).sum();
  }

  /** The lane of a shape, which need not be open yet. */
  ModelLane lane(List<List<Integer>> shapes) throws NightjarException {
    ModelLane lane = lanes.get(shapes);
    if (lane != null) {
      return lane;
    }
    synchronized (this) {
      if (!lanes.containsKey(shapes) && lanes.size() >= MOST_SHAPES) {
        forgetOne();
      }
      return lanes.computeIfAbsent(shapes, each -> new ModelLane(this, each));
    }
  }

  /** Makes room for another shape: the one that has been idle longest goes. */
  private void forgetOne() throws NightjarException {
    ModelLane oldest = null;
    for (ModelLane lane : lanes.values()) {
      if (station.queue().load(lane).none()
          && (oldest == null || lane.lastUsed < oldest.lastUsed)) {
        oldest = lane;
      }
    }
    if (oldest == null) {
      throw NightjarException.of(
          StandardError.QUEUE_FULL,
          "samples of more than " + MOST_SHAPES + " sizes wait for model " + name,
          "",
          "Cut images to a few sizes, or pad them to a common multiple in the manifest.");
    }
    closeLane(oldest);
    lanes.remove(oldest.shapes());
    station.queue().forget(oldest);
  }

  /** A request for it, not offered yet. */
  public Request request(
      Client client,
      Priority priority,
      long deadline,
      List<List<Integer>> shapes,
      Prepared prepared,
      Answer answer)
      throws NightjarException {
    return new Request(lane(shapes), client, priority, deadline, prepared, answer);
  }

  /** A request that another device has failed, for this one; not offered yet. */
  public Request again(Request request) throws NightjarException {
    return request.elsewhere(lane(((ModelLane) request.lane()).shapes()));
  }

  /** Whether it has not been closed. */
  public boolean isOpen() {
    return !closed;
  }

  /**
   * Puts a request in line, and sees to it that it can be run.
   *
   * @return why not, if it was not accepted
   */
  public Optional<Refusal> offer(Request request) {
    if (closed) {
      return Optional.of(Refusal.closed(name));
    }
    ModelLane lane = touch(request);
    Optional<Refusal> refusal = station.queue().offer(request);
    if (refusal.isEmpty() && !lane.ready()) {
      station.want(lane);
    }
    return refusal;
  }

  ModelLane touch(Request request) {
    long now = station.time().nanos();
    lastUsed = now;
    if (request.priority() == Priority.LIVE) {
      lastLive = now;
    }
    ModelLane lane = (ModelLane) request.lane();
    lane.lastUsed = now;
    return lane;
  }

  /** Keeps it from being evicted until {@link #release}. */
  public void lease() {
    leases.incrementAndGet();
  }

  /** Ends a lease. */
  public void release() {
    leases.decrementAndGet();
    lastUsed = station.time().nanos();
  }

  /**
   * Loads the graph and opens a lane of it, as far as they are not.
   *
   * @return whether there was memory for both
   */
  MemoryLedger.Answer open(ModelLane lane) throws NightjarException {
    changing.lock();
    try {
      if (closed) {
        throw gone();
      }
      MemoryLedger.Answer answer = load();
      return answer == MemoryLedger.Answer.RESERVED && !lane.ready() ? openLane(lane) : answer;
    } finally {
      changing.unlock();
    }
  }

  /** Loads the graph, and opens a lane that was open before, if there is one. */
  MemoryLedger.Answer open() throws NightjarException {
    Optional<ModelLane> lane =
        lanes.values().stream().max(Comparator.comparingLong(each -> each.lastUsed));
    if (lane.isPresent()) {
      return open(lane.get());
    }
    changing.lock();
    try {
      if (closed) {
        throw gone();
      }
      return load();
    } finally {
      changing.unlock();
    }
  }

  /** Fails all that waits for it. */
  public void drop(NightjarException why) {
    lanes.values().forEach(lane -> station.drop(lane, why));
  }

  private MemoryLedger.Answer load() throws NightjarException {
    if (session != null) {
      return MemoryLedger.Answer.RESERVED;
    }
    MemoryLedger.Answer answer = station.ledger().reserve(this, weights);
    if (answer != MemoryLedger.Answer.RESERVED) {
      return answer;
    }
    boolean loaded = false;
    try {
      long begun = station.time().nanos();
      var before = station.device().used();
      Session opened = station.device().open(graph);
      var after = station.device().used();
      loadNanos = Math.max(1, station.time().nanos() - begun);
      if (before.isPresent() && after.isPresent()) {
        adjust(after.getAsLong() - before.getAsLong());
      }
      loads++;
      station.listener().loaded(name, device(), loadNanos);
      session = opened;
      loaded = true;
      return answer;
    } finally {
      if (!loaded) {
        station.ledger().release(this);
      }
    }
  }

  /** What was seen of a process counts within bounds: others allocate, too. */
  private void adjust(long seen) {
    long bounded = Math.max(fileBytes, Math.min(2L * UNPACKED * fileBytes, seen));
    if (bounded < weights) {
      station.ledger().release(this, weights - bounded);
      weights = bounded;
    } else if (station.ledger().reserve(this, bounded - weights) == MemoryLedger.Answer.RESERVED) {
      weights = bounded;
    }
  }

  /** Learns what runs of a lane cost, and reserves memory for them. */
  private MemoryLedger.Answer openLane(ModelLane lane) throws NightjarException {
    Session on = session;
    Ports ports = wired(lane, on);
    int most = wiring.batchable(on) ? station.mostTogether(ports) : 1;
    int runs = station.slots();
    MemoryLedger.Answer answer = MemoryLedger.Answer.NEVER;
    for (int size = Math.min(most, lane.cost().knee(most)); size >= 1; size /= 2) {
      long bytes = lane.activation * size * runs;
      answer = station.ledger().reserve(this, bytes);
      if (answer == MemoryLedger.Answer.RESERVED) {
        lane.reserved = bytes;
        lane.open(on, ports, size);
        return answer;
      }
    }
    return answer;
  }

  /** What goes in and out of a lane, and, the first time, what its runs cost. */
  private Ports wired(ModelLane lane, Session on) throws NightjarException {
    try {
      return station.onDevice(() -> measured(lane, on));
    } catch (NightjarException e) {
      // The first run of a new shape is also the first that may be too large.
      if (e.problem().code().equals(StandardError.OUT_OF_MEMORY.name())
          && station.ledger().evictIdle(this)) {
        return station.onDevice(() -> measured(lane, on));
      }
      throw e;
    }
  }

  private Ports measured(ModelLane lane, Session on) throws NightjarException {
    Ports ports = wiring.ports(on, lane.shapes());
    if (!lane.known()) {
      int most = wiring.batchable(on) ? station.mostTogether(ports) : 1;
      WarmUp.Seen seen = station.warmUp().measure(on, ports, most);
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
  boolean reopen() throws NightjarException {
    if (!changing.tryLock()) {
      return false;
    }
    try {
      renew();
      return true;
    } finally {
      changing.unlock();
    }
  }

  private void renew() throws NightjarException {
    Session old = session;
    lanes.values().forEach(ModelLane::close);
    session = null;
    if (old != null) {
      old.close();
    }
    Session opened = station.device().open(graph);
    session = opened;
    loads++;
    for (ModelLane lane : lanes.values()) {
      if (lane.reserved > 0) {
        lane.open(opened, lane.ports(), lane.mostTogether());
      }
    }
  }

  @Override
  public long lastUsed() {
    return lastUsed;
  }

  @Override
  public long reloadNanos() {
    return loadNanos;
  }

  @Override
  public boolean precious() {
    return station.time().nanos() - lastLive < PRECIOUS;
  }

  @Override
  public boolean idle() {
    return leases.get() == 0
        && lanes.values().stream().allMatch(lane -> station.queue().load(lane).none());
  }

  @Override
  public boolean evict() {
    // Whoever loads it holds the lock, and may be waiting for the very thread that asks.
    if (!changing.tryLock()) {
      return false;
    }
    try {
      List<ModelLane> open = lanes.values().stream().filter(ModelLane::ready).toList();
      open.forEach(ModelLane::shut);
      // From here on no run begins: what the queue says now holds.
      if (!idle()) {
        open.forEach(ModelLane::unshut);
        station.queue().changed();
        return false;
      }
      unload();
      station.listener().evicted(name, device());
      return true;
    } finally {
      changing.unlock();
    }
  }

  private void unload() {
    lanes.values().forEach(this::closeLane);
    Session old = session;
    session = null;
    if (old != null) {
      old.close();
    }
    station.ledger().release(this);
  }

  private void closeLane(ModelLane lane) {
    lane.close();
    station.ledger().release(this, lane.reserved);
    lane.reserved = 0;
  }

  long fileBytes() {
    return fileBytes;
  }

  /** Loads it and runs something harmless, to see whether the device works. */
  void probe() throws NightjarException {
    for (ModelLane lane : lanes.values()) {
      if (open(lane) != MemoryLedger.Answer.RESERVED) {
        continue;
      }
      station.onDevice(
          () -> {
            ModelLane.Loan loan = lane.borrow();
            try {
              loan.runner().run(1);
              return true;
            } finally {
              lane.giveBack(loan);
            }
          });
      return;
    }
  }

  /** All its lanes. */
  Collection<ModelLane> lanes() {
    return lanes.values();
  }

  NightjarException gone() {
    return NightjarException.of(
        StandardError.UNAVAILABLE, "model " + name + " is being unloaded", "", "Try again.");
  }

  /**
   * Unloads it for good. What waits is finished first, within the grace; the rest fails.
   *
   * @return whether everything ended; memory of a run that does not is kept
   */
  public boolean close() {
    closed = true;
    boolean ended = station.finish(this);
    changing.lock();
    try {
      if (ended) {
        unload();
        lanes.values().forEach(lane -> station.queue().forget(lane));
      }
      return ended;
    } finally {
      changing.unlock();
    }
  }
}
