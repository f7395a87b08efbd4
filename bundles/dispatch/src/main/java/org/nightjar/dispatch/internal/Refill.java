package org.nightjar.dispatch.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.nightjar.api.error.NightjarException;
import org.nightjar.dispatch.internal.lane.Job;
import org.nightjar.dispatch.internal.lane.Lane;
import org.nightjar.store.Ledger;
import org.nightjar.store.WorkItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the lanes' windows filled from the ledger, which is the truth about pending work. Events
 * are hints: what they miss is found here, at the latest by the next sweep.
 */
final class Refill implements AutoCloseable, Executor {
  private static final Logger LOG = LoggerFactory.getLogger(Refill.class);

  private static final long CLOSE_AT_MOST_SECONDS = 5;

  private final Ledger ledger;
  private final Function<WorkItem, Job> jobs;
  private final ConcurrentMap<String, Filling> fillings = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor thread;
  private final long sweepNanos;
  private volatile long pausedUntil = System.nanoTime();

  /**
   * A refill.
   *
   * @param sweep how often the ledger is asked without a reason, and how long the refill pauses
   *     when the store is in trouble
   */
  Refill(Ledger ledger, Function<WorkItem, Job> jobs, Duration sweep) {
    this.ledger = ledger;
    this.jobs = jobs;
    this.sweepNanos = sweep.toNanos();
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread made = new Thread(null, work, "dispatch-refill", 0, false);
              made.setDaemon(true);
              return made;
            });
    thread.scheduleWithFixedDelay(this::sweep, sweepNanos, sweepNanos, TimeUnit.NANOSECONDS);
  }

  private record Filling(Lane lane, AtomicBoolean more, AtomicBoolean queued) {}

  void add(Lane lane) {
    fillings.put(lane.task(), new Filling(lane, new AtomicBoolean(true), new AtomicBoolean(false)));
  }

  /** A lane has room. Never blocks. */
  void room(String task) {
    Filling filling = fillings.get(task);
    if (filling != null && filling.more().get() && !filling.queued().getAndSet(true)) {
      execute(() -> fill(filling));
    }
  }

  /** There is more pending than fits into a lane's window. */
  void more(String task) {
    Filling filling = fillings.get(task);
    if (filling != null) {
      filling.more().set(true);
      if (filling.lane().low()) {
        room(task);
      }
    }
  }

  /** The store could not take a result: leave it alone for a moment. */
  void pause() {
    pausedUntil = System.nanoTime() + sweepNanos;
    fillings.values().forEach(filling -> filling.more().set(true));
  }

  /** Runs work that may block on the store. */
  @Override
  public void execute(Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.debug("the dispatcher stops; what is pending stays pending", e);
    }
  }

  private void fill(Filling filling) {
    filling.queued().set(false);
    Lane lane = filling.lane();
    int room = lane.room();
    if (room == 0 || System.nanoTime() < pausedUntil) {
      return;
    }
    filling.more().set(false);
    try {
      List<WorkItem> items = ledger.pending(lane.task(), room, lane.entries());
      boolean more = items.size() >= room;
      for (WorkItem item : items) {
        more |= !lane.offer(jobs.apply(item));
      }
      if (more) {
        more(lane.task());
      }
    } catch (NightjarException e) {
      LOG.error("pending work of task {} cannot be read from the ledger", lane.task(), e);
      pause();
    }
  }

  private void sweep() {
    try {
      ledger.tasksWithPendingWork().forEach(this::more);
      fillings.values().forEach(filling -> filling.lane().unpark(job -> true));
    } catch (NightjarException | RuntimeException e) {
      LOG.error("the ledger cannot be asked for pending work", e);
    }
  }

  /** Waits for what is being written: an interrupt inside the store could break it. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_AT_MOST_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the store is slow; the dispatcher does not wait for it any longer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
