package org.nightjar.inference.internal.station;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.memory.MemoryLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads what requests wait for, one model after the other, when there is memory for it. */
final class Loader {
  private static final Logger LOG = LoggerFactory.getLogger(Loader.class);
  private static final Duration TRY_LATER = Duration.ofMillis(50);

  private final Station station;
  private final Duration patience;
  private final Map<ModelLane, Long> wanted = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread;

  /**
   * A loader for a station.
   *
   * @param patience how long it waits for memory that others use
   */
  Loader(Station station, Duration patience) {
    this.station = station;
    this.patience = patience;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "nightjar-inference-load-" + station.device().name());
              made.setDaemon(true);
              return made;
            });
  }

  /** Has a lane opened, because a request waits for it. */
  void want(ModelLane lane) {
    if (wanted.putIfAbsent(lane, station.time().nanos()) == null) {
      later(lane, 0);
    }
  }

  private void later(ModelLane lane, long millis) {
    try {
      thread.schedule(() -> open(lane), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      wanted.remove(lane);
      station.failWaiting(lane, lane.residence().gone());
    }
  }

  /** Loads a model now, in the calling thread, waiting for memory if need be. */
  void prepare(Residence residence) throws NightjarException, InterruptedException {
    long begun = station.time().nanos();
    MemoryLedger.Answer answer = residence.open();
    while (answer != MemoryLedger.Answer.RESERVED) {
      giveUp(residence, answer, begun);
      station.queue().awaitOver(TRY_LATER);
      answer = residence.open();
    }
    station.queue().changed();
  }

  /** Has something else done by the loader's thread. */
  void execute(Runnable errand) {
    thread.execute(errand);
  }

  private void open(ModelLane lane) {
    long since = wanted.getOrDefault(lane, station.time().nanos());
    try {
      MemoryLedger.Answer answer = lane.residence().open(lane);
      if (answer == MemoryLedger.Answer.RESERVED) {
        wanted.remove(lane);
        station.queue().changed();
      } else {
        giveUp(lane.residence(), answer, since);
        later(lane, TRY_LATER.toMillis());
      }
    } catch (NightjarException e) {
      failed(lane, e);
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      LOG.error("{} cannot be loaded", lane.name(), e);
      failed(
          lane,
          NightjarException.of(
              StandardError.INTERNAL, "model " + lane.name() + " cannot be loaded: " + e, "", ""));
    }
  }

  private void failed(ModelLane lane, NightjarException why) {
    wanted.remove(lane);
    LOG.warn("{} cannot be loaded on {}: {}", lane.name(), station.device().name(), why.problem());
    station.failWaiting(lane, why);
  }

  /** Ends the wait for memory when it cannot come, or has been too long. */
  private void giveUp(Residence residence, MemoryLedger.Answer answer, long since)
      throws NightjarException {
    boolean patient = station.time().nanos() - since < patience.toNanos();
    if (answer != MemoryLedger.Answer.NEVER && patient) {
      return;
    }
    String device = station.device().name();
    throw NightjarException.of(
        StandardError.OUT_OF_MEMORY,
        answer == MemoryLedger.Answer.NEVER
            ? "model "
                + residence.name()
                + " needs more than the "
                + (station.ledger().capacity() >> 20)
                + " MiB that models may have on "
                + device
            : "models that are in use leave no memory for " + residence.name() + " on " + device,
        "",
        "Raise inference.memoryMegabytes, lower inference.maxBatch, or remove models.");
  }

  void stop() {
    thread.shutdownNow();
  }
}
