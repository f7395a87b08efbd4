package org.nightjar.inference.internal.lane;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Runner;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.preprocess.Preprocessing;
import org.nightjar.inference.internal.trust.Derivations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of requests to one session: preprocessing in the caller's thread, a bounded line, workers
 * that take whatever waits as one batch as soon as they are free.
 */
public final class Lane implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  /** Most bytes of requests in line. */
  private static final long MOST_QUEUED_BYTES = 128L << 20;

  /** Most bytes of the buffers of one worker. */
  private static final long MOST_STAGED_BYTES = 256L << 20;

  private final String name;
  private final Preprocessing preprocessing;
  private final Ports ports;
  private final Derivations derived;
  private final String device;
  private final LaneSettings settings;
  private final Executor deliveries;
  private final InstantSource clock;
  private final int capacity;
  private final RequestQueue queue;
  private final List<Runner> runners = new ArrayList<>();
  private final List<Thread> workers = new ArrayList<>();

  /**
   * Opens a lane to a session, which stays the caller's.
   *
   * @param name for threads and messages
   * @param ports what goes in and out of the session
   * @param derived what is computed from what comes out
   * @param device name of the session's device
   * @param deliveries completes answers, so that what hangs on them never holds up a worker
   */
  public Lane(
      String name,
      Session session,
      Preprocessing preprocessing,
      Ports ports,
      Derivations derived,
      String device,
      LaneSettings settings,
      Executor deliveries,
      InstantSource clock)
      throws NightjarException {
    this.name = name;
    this.preprocessing = preprocessing;
    this.ports = ports;
    this.derived = derived;
    this.device = device;
    this.settings = settings;
    this.deliveries = deliveries;
    this.clock = clock;
    this.capacity =
        (int) Math.max(1, Math.min(settings.maxBatch(), MOST_STAGED_BYTES / ports.bytes()));
    this.queue = new RequestQueue(settings.queue(), MOST_QUEUED_BYTES);
    start(session);
  }

  private void start(Session session) throws NightjarException {
    try {
      for (int i = 0; i < settings.workers(); i++) {
        runners.add(session.runner(ports, capacity));
      }
    } catch (NightjarException e) {
      runners.forEach(Runner::close);
      throw e;
    }
    for (Runner runner : runners) {
      Thread worker =
          new Thread(() -> work(runner), "nightjar-inference-" + name + "-" + workers.size());
      worker.setDaemon(true);
      workers.add(worker);
      worker.start();
    }
  }

  /** Puts a sample in line; errors come through the future. */
  public CompletableFuture<Prediction> submit(Sample sample, Urgency urgency) {
    try {
      return enqueue(sample, urgency);
    } catch (NightjarException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Answer enqueue(Sample sample, Urgency urgency) throws NightjarException {
    if (urgency.deadline().isPresent() && !clock.instant().isBefore(urgency.deadline().get())) {
      throw expired();
    }
    check(queue.peek());
    Preprocessing.Prepared prepared = preprocessing.prepare(sample);
    Request request = new Request(prepared.inputs(), prepared.notes(), urgency, new Answer());
    request.answer().onCancel(() -> queue.withdraw(request));
    check(queue.offer(request));
    return request.answer();
  }

  /** How many requests wait. */
  public int waiting() {
    return queue.size();
  }

  private void work(Runner runner) {
    Batch batch = new Batch(runner, ports, derived, device);
    try {
      List<Request> requests = queue.take(capacity);
      while (!requests.isEmpty()) {
        run(batch, requests);
        requests = queue.take(capacity);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Batch batch, List<Request> requests) {
    Instant now = clock.instant();
    List<Request> live = new ArrayList<>(requests.size());
    List<Outcome> outcomes = new ArrayList<>(requests.size());
    for (Request request : requests) {
      if (request.expired(now)) {
        outcomes.add(Outcome.failed(request, expired()));
      } else if (!request.answer().isDone()) {
        live.add(request);
      }
    }
    if (!live.isEmpty()) {
      outcomes.addAll(batch.run(live));
    }
    deliver(outcomes);
  }

  private void deliver(List<Outcome> outcomes) {
    if (!outcomes.isEmpty()) {
      deliveries.execute(() -> outcomes.forEach(Outcome::deliver));
    }
  }

  /**
   * Refuses new requests, finishes those in line within the grace, fails the rest, and gives the
   * workers' buffers back.
   *
   * @return whether every worker ended; only then may the session be closed
   */
  public boolean stop() {
    queue.close();
    if (!join(settings.grace())) {
      List<Outcome> left = new ArrayList<>();
      for (Request request : leftovers()) {
        left.add(Outcome.failed(request, closed()));
      }
      deliver(left);
      runners.forEach(Runner::terminate);
      if (!join(settings.grace())) {
        LOG.warn("a run of {} does not end; its memory is kept", name);
        return false;
      }
    }
    runners.forEach(Runner::close);
    return true;
  }

  @Override
  public void close() {
    stop();
  }

  private List<Request> leftovers() {
    try {
      return queue.take(Integer.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private boolean join(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      for (Thread worker : workers) {
        long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
        worker.join(left);
        if (worker.isAlive()) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void check(RequestQueue.Offer offer) throws NightjarException {
    switch (offer) {
      case ACCEPTED -> {}
      case FULL ->
          throw NightjarException.of(
              StandardError.QUEUE_FULL,
              "too many requests wait for model " + name,
              "",
              "Try again, ask for fewer at a time, or raise inference.queue.");
      case CLOSED -> throw closed();
    }
  }

  private NightjarException closed() {
    return NightjarException.of(
        StandardError.UNAVAILABLE, "model " + name + " is being unloaded", "", "Try again.");
  }

  private NightjarException expired() {
    return NightjarException.of(
        StandardError.DEADLINE_PASSED,
        "the deadline passed before model " + name + " could begin",
        "",
        "");
  }
}
