package org.nightjar.inference.internal.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.product.Priority;
import org.nightjar.inference.internal.preprocess.Preprocessing;
import org.nightjar.inference.internal.preprocess.Preprocessing.Prepared;
import org.nightjar.inference.internal.schedule.Answer;
import org.nightjar.inference.internal.schedule.DeviceQueue;
import org.nightjar.inference.internal.schedule.Refusal;
import org.nightjar.inference.internal.schedule.Request;
import org.nightjar.inference.internal.station.Escape;
import org.nightjar.inference.internal.station.Residence;
import org.nightjar.inference.internal.station.Station;
import org.nightjar.inference.internal.time.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One version of a model: where it can run, and how far it has come. */
public final class ModelVersion implements Escape {
  private static final Logger LOG = LoggerFactory.getLogger(ModelVersion.class);

  private final ModelPackage source;
  private final Preprocessing preprocessing;
  private final Time time;

  /** The devices that run it, the preferred one first. */
  private final List<Residence> homes = new CopyOnWriteArrayList<>();

  private volatile Lifecycle state = Lifecycle.RESOLVED;
  private volatile String message = "";
  private volatile Placement placement = Placement.NONE;
  private volatile ModelInfo info;

  ModelVersion(ModelPackage source, Time time) {
    this.source = source;
    this.preprocessing = new Preprocessing(source.manifest().inputs());
    this.time = time;
  }

  /** What it is loaded from. */
  public ModelPackage source() {
    return source;
  }

  /** {@code id@version}. */
  public String label() {
    return source.manifest().label();
  }

  /** What tasks may know of it; empty until it has been loaded once. */
  public Optional<ModelInfo> info() {
    return Optional.ofNullable(info);
  }

  /** How far it has come. */
  public Lifecycle state() {
    return state;
  }

  /** Why it was refused, or what else there is to say. */
  public String message() {
    return message;
  }

  /** Where it runs. */
  public Placement placement() {
    return placement;
  }

  /** Where it is loaded, or can be. */
  public List<Residence> homes() {
    return homes;
  }

  Preprocessing preprocessing() {
    return preprocessing;
  }

  void become(Lifecycle next, String why) {
    message = why;
    state = next;
  }

  void settleDown(ModelInfo seen, Placement where, List<Residence> devices) {
    info = seen;
    placement = where;
    homes.clear();
    homes.addAll(devices);
  }

  /** Puts a question in line; whatever becomes of it is told through its answer. */
  public void ask(Ask ask) {
    try {
      Residence home = route(ask.urgency().priority());
      long deadline = time.until(ask.urgency().deadline());
      // Before the work of preprocessing, which is in vain if nothing more is taken.
      Optional<Refusal> refusal = home.glance(deadline);
      if (refusal.isPresent()) {
        throw refusal.get().exception();
      }
      Prepared prepared = preprocessing.prepare(ask.sample());
      Request request =
          home.request(
              ask.client(),
              ask.urgency().priority(),
              deadline,
              prepared.shapes(),
              prepared,
              ask.answer());
      offer(home, request, ask.waits());
    } catch (NightjarException e) {
      ask.client().refused();
      ask.answer().fail(e);
    }
  }

  /** Shapes to try the graph with. */
  List<List<Integer>> nominalShapes() {
    return preprocessing.nominalShapes();
  }

  private static void offer(Residence home, Request request, boolean waits) {
    Station station = home.station();
    withdrawOnCancel(request, station.queue());
    Optional<Refusal> refusal = waits ? station.run(home, request) : home.offer(request);
    if (refusal.isPresent()) {
      request.client().refused();
      request.answer().fail(refusal.get().exception());
    }
  }

  private static void withdrawOnCancel(Request request, DeviceQueue queue) {
    Answer answer = request.answer();
    answer.onCancel(() -> queue.withdraw(request));
  }

  /** The first device that works. Bulk work is refused where the processor has to stand in. */
  private Residence route(Priority priority) throws NightjarException {
    Residence first = null;
    for (Residence home : homes) {
      first = first == null ? home : first;
      if (!home.station().usable()) {
        continue;
      }
      boolean standsIn = home != first;
      if (standsIn && priority == Priority.BULK && home.station().queue().waiting() > 0) {
        throw shed(first);
      }
      return home;
    }
    throw first == null
        ? NightjarException.of(
            StandardError.UNAVAILABLE, "model " + label() + " is not loaded", "", "Try again.")
        : shed(first);
  }

  private NightjarException shed(Residence preferred) {
    Station station = preferred.station();
    return NightjarException.of(
            StandardError.UNAVAILABLE,
            "model "
                + label()
                + " has to do without "
                + station.device().name()
                + " for now, and what is not urgent has to wait: "
                + station.trouble(),
            "",
            "Try again later, or ask with a higher priority.")
        .retryAfter(Duration.ofNanos(Math.max(1, station.pause())));
  }

  /** Sends a request that one device failed to the next one. */
  @Override
  public boolean move(Residence from, Request request, NightjarException why) {
    int next = homes.indexOf(from) + 1;
    if (next == 0 || next >= homes.size() || !from.isOpen()) {
      return false;
    }
    LOG.debug("a request for {} leaves {}: {}", label(), from.device(), why.problem());
    Residence home = homes.get(next);
    try {
      offer(home, home.again(request), false);
      return true;
    } catch (NightjarException e) {
      return false;
    }
  }

  /**
   * Keeps it loaded, loading it first if need be.
   *
   * @return where; to be released
   */
  Residence lease() throws NightjarException, InterruptedException {
    Residence home = route(Priority.INTERACTIVE);
    home.lease();
    boolean done = false;
    try {
      home.station().prepare(home);
      done = true;
      return home;
    } finally {
      if (!done) {
        home.release();
      }
    }
  }

  /** Fails all that waits for it. */
  void drop(NightjarException why) {
    homes.forEach(home -> home.drop(why));
  }

  /** Requests that wait for it, on all devices. */
  public int waiting() {
    return homes.stream().mapToInt(Residence::waiting).sum();
  }

  /** Whether it is in the memory of any device. */
  public boolean loaded() {
    return homes.stream().anyMatch(Residence::loaded);
  }

  /** Bytes that it holds, on all devices. */
  public long bytes() {
    return homes.stream().mapToLong(Residence::bytes).sum();
  }

  /** Finishes what waits, within a grace, and unloads it for good. */
  public void close() {
    homes.forEach(Residence::close);
  }
}
