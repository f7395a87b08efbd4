package org.nightjar.inference.internal.station;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

  private static final Duration TRY_LATER = Duration.ofMillis(50);

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
  private final Map<ModelLane, Long> wanted = new ConcurrentHashMap<>();
  private final Map<Run, Thread> threads = new ConcurrentHashMap<>();
  private final ScheduledExecutorService loader;
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
    this.loader =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "nightjar-inference-load-" + device.name());
              thread.setDaemon(true);
              return thread;
            });
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
    if (!device.isProcessor()) {
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

  private void fail(Request request, NightjarException why) {
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
    if (wanted.putIfAbsent(lane, time.nanos()) == null) {
      later(lane, 0);
    }
  }

  private void later(ModelLane lane, long millis) {
    try {
      loader.schedule(() -> open(lane), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      wanted.remove(lane);
      failWaiting(lane, lane.residence().gone());
    }
  }

  /** Loads a model now, in the calling thread, waiting for memory if need be. */
  public void prepare(Residence residence) throws NightjarException, InterruptedException {
    long begun = time.nanos();
    MemoryLedger.Answer answer = residence.open();
    while (answer != MemoryLedger.Answer.RESERVED) {
      giveUp(residence, answer, begun);
      queue.awaitOver(TRY_LATER);
      answer = residence.open();
    }
    queue.changed();
  }

  private void open(ModelLane lane) {
    long since = wanted.getOrDefault(lane, time.nanos());
    try {
      MemoryLedger.Answer answer = lane.residence().open(lane);
      if (answer == MemoryLedger.Answer.RESERVED) {
        wanted.remove(lane);
        queue.changed();
      } else {
        giveUp(lane.residence(), answer, since);
        later(lane, TRY_LATER.toMillis());
      }
    } catch (NightjarException e) {
      wanted.remove(lane);
      LOG.warn("{} cannot be loaded on {}: {}", lane.name(), device.name(), e.problem());
      failWaiting(lane, e);
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      wanted.remove(lane);
      LOG.error("{} cannot be loaded on {}", lane.name(), device.name(), e);
      failWaiting(
          lane,
          NightjarException.of(
              StandardError.INTERNAL, "model " + lane.name() + " cannot be loaded: " + e, "", ""));
    }
  }

  /** Ends the wait for memory when it cannot come, or has been too long. */
  private void giveUp(Residence lane, MemoryLedger.Answer answer, long since)
      throws NightjarException {
    boolean patient = time.nanos() - since < settings.grace().toNanos();
    if (answer != MemoryLedger.Answer.NEVER && patient) {
      return;
    }
    throw NightjarException.of(
        StandardError.OUT_OF_MEMORY,
        answer == MemoryLedger.Answer.NEVER
            ? "model "
                + lane.name()
                + " needs more than the "
                + (ledger.capacity() >> 20)
                + " MiB that models may have on "
                + device.name()
            : "models that are in use leave no memory for " + lane.name() + " on " + device.name(),
        "",
        "Raise inference.memoryMegabytes, lower inference.maxBatch, or remove models.");
  }

  private void failWaiting(ModelLane lane, NightjarException why) {
    for (Request request : queue.drain(lane)) {
      if (!lane.residence().move(request, why)) {
        fail(request, why);
      }
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
        queue.awaitOver(TRY_LATER);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * What has to be looked at now and then: late requests are told so though nothing runs, runs that
   * hang are ended, a device that was in trouble is tried again.
   */
  public void look() {
    for (Request late : queue.expired()) {
      fail(late, Refusal.late(late.lane().name()).exception());
    }
    for (Run run : queue.running()) {
      long taken = time.nanos() - run.begun();
      long limit = Math.max(settings.hang().toNanos(), 20 * run.predicted());
      if (taken > limit + settings.grace().toNanos()) {
        giveUp(run);
      } else if (taken > limit) {
        run.terminate();
      }
    }
    if (breaker.tryNow()) {
      loader.execute(this::tryAgain);
    }
  }

  /** A run that cannot even be ended: its thread and buffers are lost, the device with them. */
  private void giveUp(Run run) {
    Thread thread = threads.remove(run);
    if (thread == null) {
      return;
    }
    LOG.error("{} hangs in {}; the thread is given up", run.lane().name(), device.name());
    ModelLane lane = (ModelLane) run.lane();
    queue.over(run, -1);
    NightjarException why =
        NightjarException.of(
            StandardError.UNAVAILABLE,
            "the run of model " + lane.name() + " on " + device.name() + " hung",
            "",
            "See the log; the device is tried again by itself.");
    trouble(why);
    workers.replace(thread);
    for (Request request : run.requests()) {
      if (!lane.residence().move(request, why)) {
        fail(request, why);
      }
    }
  }

  /** Takes the device out of service and sends what waits for it elsewhere. */
  void trouble(NightjarException why) {
    if (device.isProcessor() || !breaker.trip(why.problem().message())) {
      return;
    }
    LOG.error("{} is taken out of service: {}", device.name(), why.problem());
    for (Residence residence : residences) {
      residence.lanes().forEach(lane -> failWaiting(lane, why));
    }
  }

  private void tryAgain() {
    boolean works = false;
    try {
      for (Residence residence : residences) {
        // What the device held is gone, or not to be trusted.
        residence.evict();
      }
      Optional<Residence> smallest =
          residences.stream().min(Comparator.comparingLong(Residence::fileBytes));
      if (smallest.isPresent()) {
        smallest.get().probe();
      }
      works = true;
      LOG.info("{} works again", device.name());
    } catch (NightjarException | RuntimeException | LinkageError e) {
      LOG.warn("{} still does not work: {}", device.name(), e.toString());
    } finally {
      breaker.tried(works);
    }
  }

  /** Finishes what waits within the grace, and ends the threads. */
  @Override
  public void close() {
    queue.close();
    residences.forEach(Residence::close);
    loader.shutdownNow();
    if (!workers.stop(settings.grace().toMillis())) {
      LOG.warn("a thread of {} does not end", device.name());
    }
  }
}
