package org.nightjar.inference.internal.station;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Priority;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.memory.MemoryLedger;
import org.nightjar.inference.internal.memory.Tenant;
import org.nightjar.inference.internal.preprocess.Preprocessing.Prepared;
import org.nightjar.inference.internal.schedule.Answer;
import org.nightjar.inference.internal.schedule.Refusal;
import org.nightjar.inference.internal.schedule.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A version of a model on one device: loaded when somebody asks, unloaded when others need its
 * memory. Loading and unloading are done by the station's loader, one after the other.
 */
public final class Residence implements Tenant {
  private static final Logger LOG = LoggerFactory.getLogger(Residence.class);

  /** A model that live products used within this time is not evicted. */
  private static final long PRECIOUS = 60_000_000_000L;

  /** A model that has been idle for this long gives back what only runs need. */
  private static final long SPARE = 30_000_000_000L;

  private static final int MOST_SHAPES = 16;

  private final String name;
  private final Station station;
  private final Escape escape;
  private final Occupancy occupancy;
  private final Map<List<List<Integer>>, ModelLane> lanes = new ConcurrentHashMap<>();
  private final AtomicInteger leases = new AtomicInteger();
  private volatile boolean closed;
  private volatile long lastUsed;
  private volatile long lastShrunk;
  private volatile long lastLive = Long.MIN_VALUE / 2;

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
    this.station = station;
    this.escape = escape;
    this.occupancy = new Occupancy(this, station, wiring, graph, fileBytes);
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
    return occupancy.wiring();
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
    return occupancy.loaded();
  }

  /** How often it has been loaded. */
  public long loads() {
    return occupancy.loads();
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
    ModelLane last = oldest;
    occupancy.close(last, () -> lanes.remove(last.shapes()));
    station.queue().forget(last);
  }

  /** Whether a lane is one of its own; shapes come and go. */
  boolean has(ModelLane lane) {
    return lanes.get(lane.shapes()) == lane;
  }

  /**
   * Why any request with this deadline would be refused now, as far as that can be told before its
   * shape is known.
   */
  public Optional<Refusal> glance(long deadline) {
    Iterator<ModelLane> only = lanes.values().iterator();
    return lanes.size() == 1 && only.hasNext()
        ? station.queue().glance(only.next(), deadline)
        : Optional.empty();
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
    return occupancy.open(lane);
  }

  /** Loads the graph, and opens the lane that was used last, if there is one. */
  MemoryLedger.Answer open() throws NightjarException {
    Optional<ModelLane> lane =
        lanes.values().stream().max(Comparator.comparingLong(each -> each.lastUsed));
    return lane.isPresent() ? open(lane.get()) : occupancy.open();
  }

  /** Fails all that waits for it. */
  public void drop(NightjarException why) {
    lanes.values().forEach(lane -> station.drop(lane, why));
  }

  /**
   * Closes the session and opens it again, with all lanes: what it held may be broken.
   *
   * @return whether that was possible just now
   */
  boolean reopen() throws NightjarException {
    return occupancy.reopen(lanes.values());
  }

  @Override
  public long lastUsed() {
    return lastUsed;
  }

  @Override
  public long reloadNanos() {
    return occupancy.loadNanos();
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
    boolean gone = occupancy.evict(lanes.values());
    if (gone) {
      station.listener().evicted(name, device());
    }
    return gone;
  }

  long fileBytes() {
    return occupancy.fileBytes();
  }

  /** Loads it and runs something harmless, to see whether the device works. */
  void probe() throws NightjarException {
    for (ModelLane lane : lanes.values()) {
      if (open(lane) != MemoryLedger.Answer.RESERVED) {
        continue;
      }
      runOnce(lane, false);
      return;
    }
  }

  /** Whether it has been idle for long enough to give back what only runs need. */
  boolean spare(long now) {
    return loaded() && lastUsed > lastShrunk && now - lastUsed > SPARE && idle();
  }

  /**
   * Gives back what the engine keeps for runs, and all buffers but one a lane. The engine does that
   * at the end of a run only, so the cheapest lane makes one.
   */
  void shrink() {
    lastShrunk = station.time().nanos();
    lanes.values().forEach(ModelLane::trim);
    Optional<ModelLane> cheapest =
        lanes.values().stream()
            .filter(ModelLane::ready)
            .min(Comparator.comparingLong(lane -> lane.activation));
    if (cheapest.isPresent() && idle()) {
      try {
        runOnce(cheapest.get(), true);
      } catch (NightjarException e) {
        LOG.debug("{} could not give memory back", name, e);
      }
    }
  }

  private void runOnce(ModelLane lane, boolean shrinking) throws NightjarException {
    station.onDevice(
        () -> {
          ModelLane.Loan loan = lane.borrow();
          try {
            if (shrinking) {
              loan.runner().shrink();
            }
            loan.runner().run(1);
            return true;
          } finally {
            lane.giveBack(loan);
          }
        });
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
    if (ended) {
      occupancy.close(lanes.values());
      lanes.values().forEach(lane -> station.queue().forget(lane));
    }
    return ended;
  }
}
