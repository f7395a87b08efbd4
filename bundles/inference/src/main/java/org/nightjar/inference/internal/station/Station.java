package org.nightjar.inference.internal.station;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.measure.RunListener;
import org.nightjar.inference.internal.memory.MemoryLedger;
import org.nightjar.inference.internal.schedule.DeviceQueue;
import org.nightjar.inference.internal.schedule.Refusal;
import org.nightjar.inference.internal.schedule.Request;
import org.nightjar.inference.internal.schedule.Run;
import org.nightjar.inference.internal.schedule.Turn;
import org.nightjar.inference.internal.time.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A device at work: its queue, its threads, its memory, and whether it can be trusted. */
public final class Station implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Station.class);

  /** Most bytes of the buffers of one run. */
  private static final long MOST_STAGED = 64L << 20;

  /** So few answers are given out by the worker itself: to wake another thread takes as long. */
  private static final int FEW = 2;

  private static final Duration SOON = Duration.ofMillis(50);

  private final Device device;
  private final StationSettings settings;
  private final Time time;
  private final Executor deliveries;
  private final DeviceQueue queue;
  private final MemoryLedger ledger;
  private final Breaker breaker;
  private final Workers workers;
  private final WarmUp warmUp;
  private final Set<Residence> residences = ConcurrentHashMap.newKeySet();
  private final Map<Run, Thread> threads = new ConcurrentHashMap<>();
  private final Loader loader;
  private final Lookout lookout;
  private final RunListener listener;
  private final Rescue rescue = new StationRescue(this);

  /**
   * A device whose threads have not been started.
   *
   * @param deliveries completes answers of a device that should not wait for that
   * @param listener hears of every run
   */
  public Station(
      Device device,
      StationSettings settings,
      Time time,
      Executor deliveries,
      RunListener listener) {
    this.listener = listener;
    this.device = device;
    this.settings = settings;
    this.time = time;
    this.deliveries = deliveries;
    this.queue = new DeviceQueue(settings.queue(), time);
    this.ledger =
        new MemoryLedger(device.name(), settings.memory(), settings.settle().toNanos(), time);
    this.breaker = new Breaker(time);
    this.workers = new Workers(device.name(), queue, this::perform);
    this.warmUp = new WarmUp(device, time, settings.warmUp());
    this.loader = new Loader(this, settings.grace());
    this.lookout = new Lookout(this, settings, breaker, workers, loader, residences, threads);
  }

  /** Starts its threads. */
  public void start() {
    workers.start(settings.queue().slots());
  }

  /** The device. */
  public Device device() {
    return device;
  }

  /** What waits for it. */
  public DeviceQueue queue() {
    return queue;
  }

  /** Who holds its memory. */
  public MemoryLedger ledger() {
    return ledger;
  }

  RunListener listener() {
    return listener;
  }

  Time time() {
    return time;
  }

  WarmUp warmUp() {
    return warmUp;
  }

  int slots() {
    return settings.queue().slots();
  }

  int mostTogether(Ports ports) {
    return (int) Math.max(1, Math.min(settings.maxBatch(), MOST_STAGED / ports.bytes()));
  }

  /** Whether requests may go to the device now. */
  public boolean usable() {
    return breaker.closed();
  }

  /** Why it may not be used; empty if it may. */
  public String trouble() {
    return breaker.reason();
  }

  /** How often it was taken out of service. */
  public long trips() {
    return breaker.trips();
  }

  /** Nanoseconds until the device is tried again; 0 if it is in service. */
  public long pause() {
    return breaker.pause();
  }

  /** A model moves in. */
  public void add(Residence residence) {
    residences.add(residence);
  }

  /**
   * Runs a request in the calling thread if the device has nothing else to do, else puts it in
   * line.
   *
   * @return why not, if it was not accepted
   */
  public Optional<Refusal> run(Residence residence, Request request) {
    if (!device.anyThread()) {
      return residence.offer(request);
    }
    ModelLane lane = residence.touch(request);
    try {
      Optional<Run> run = queue.offerOrRun(request);
      if (run.isPresent()) {
        perform(run.get());
      } else if (!lane.ready()) {
        want(lane);
      }
      return Optional.empty();
    } catch (DeviceQueue.NotAccepted e) {
      return Optional.of(e.refusal());
    }
  }

  /** Does what is to be done now, in the calling thread; for those who do without its threads. */
  public Turn step() {
    Turn turn = queue.poll();
    perform(turn);
    return turn;
  }

  private void perform(Turn turn) {
    for (Request late : turn.dropped()) {
      fail(late, Refusal.late(late.lane().name()).exception());
    }
    turn.run().ifPresent(this::perform);
  }

  private void perform(Run run) {
    RunAttempt attempt = new RunAttempt((ModelLane) run.lane(), run, rescue, time);
    threads.put(run, Thread.currentThread());
    try {
      attempt.perform();
    } catch (RuntimeException | Error e) {
      LOG.error("a run of {} on {} failed", run.lane().name(), device.name(), e);
      NightjarException why =
          NightjarException.of(StandardError.INTERNAL, "the run failed: " + e, "", "");
      run.requests().forEach(request -> fail(request, why));
    } finally {
      threads.remove(run);
      queue.over(run, attempt.nanos());
    }
    if (attempt.nanos() >= 0) {
      listener.ran(
          run.lane().name(),
          device.name(),
          run.requests().size(),
          run.predicted(),
          attempt.nanos());
    }
    deliver(attempt.outcomes());
  }

  private void deliver(List<Outcome> outcomes) {
    if (!device.isProcessor() && outcomes.size() > FEW) {
      try {
        // The device has better things to do than to wait until everybody is awake.
        deliveries.execute(() -> tell(outcomes));
        return;
      } catch (RejectedExecutionException e) {
        LOG.debug("answers are delivered while the service stops", e);
      }
    }
    tell(outcomes);
  }

  private void tell(List<Outcome> outcomes) {
    outcomes.forEach(outcome -> outcome.deliver(listener, time.nanos()));
  }

  void fail(Request request, NightjarException why) {
    new Outcome.Failed(request, why).deliver(listener, time.nanos());
  }

  /** Runs something on the device by a thread that may. */
  <T> T onDevice(Callable<T> errand) throws NightjarException {
    try {
      return device.anyThread() || workers.here() ? errand.call() : workers.call(errand);
    } catch (NightjarException | RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NightjarException.of(StandardError.CANCELLED, "interrupted while loading", "", "");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has a lane opened, because a request waits for it. */
  void want(ModelLane lane) {
    loader.want(lane);
  }

  /** Loads a model now, in the calling thread, waiting for memory if need be. */
  public void prepare(Residence residence) throws NightjarException, InterruptedException {
    loader.prepare(residence);
  }

  /** Sends what waits for a lane elsewhere, or fails it. */
  void failWaiting(ModelLane lane, NightjarException why) {
    queue.drain(lane).forEach(request -> elsewhere(request, why));
  }

  void elsewhere(Request request, NightjarException why) {
    if (!((ModelLane) request.lane()).residence().move(request, why)) {
      fail(request, why);
    }
  }

  void drop(ModelLane lane, NightjarException why) {
    queue.drain(lane).forEach(request -> fail(request, why));
  }

  /** Lets a model that goes away finish; what is not finished within the grace fails. */
  boolean finish(Residence residence) {
    residences.remove(residence);
    if (settled(residence)) {
      return true;
    }
    residence.drop(residence.gone());
    queue.running().stream()
        .filter(run -> ((ModelLane) run.lane()).residence() == residence)
        .forEach(Run::terminate);
    boolean ended = settled(residence);
    if (!ended) {
      LOG.warn("a run of {} does not end; its memory is kept", residence.name());
    }
    return ended;
  }

  private boolean settled(Residence residence) {
    long end = System.nanoTime() + settings.grace().toNanos();
    try {
      while (!residence.lanes().stream().allMatch(lane -> queue.load(lane).none())) {
        if (System.nanoTime() > end) {
          return false;
        }
        queue.awaitOver(SOON);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Looks at what nobody else would notice; called now and then. */
  public void look() {
    lookout.look();
  }

  void trouble(NightjarException why) {
    lookout.trouble(why);
  }

  /** Finishes what waits within the grace, and ends the threads. */
  @Override
  public void close() {
    queue.close();
    residences.forEach(Residence::close);
    loader.stop();
    if (!workers.stop(settings.grace().toMillis())) {
      LOG.warn("a thread of {} does not end", device.name());
    }
  }
}
