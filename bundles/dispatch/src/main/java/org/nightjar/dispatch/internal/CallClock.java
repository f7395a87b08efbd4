package org.nightjar.dispatch.internal;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.nightjar.dispatch.internal.lane.Attempt;

/** Watches the time of calls. Its thread never blocks and never runs plugin code. */
final class CallClock implements Examiner.TimeLimit, AutoCloseable {
  private final ScheduledThreadPoolExecutor thread;
  private final Executor settling;
  private final Duration atMost;
  private final Duration grace;

  /**
   * A clock.
   *
   * @param atMost when a call is interrupted
   * @param grace how much later it is given up
   * @param settling settles what is given up; may block
   */
  CallClock(Duration atMost, Duration grace, Executor settling) {
    this.atMost = atMost;
    this.grace = grace;
    this.settling = settling;
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread made = new Thread(null, work, "dispatch-clock", 0, false);
              made.setDaemon(true);
              return made;
            });
    thread.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Watch watch(Attempt attempt) {
    Future<?> interrupt =
        thread.schedule(
            () -> attempt.interrupt(Attempt.Reason.TIMED_OUT),
            atMost.toNanos(),
            TimeUnit.NANOSECONDS);
    Future<?> abandon =
        thread.schedule(
            () -> settling.execute(attempt::abandon),
            atMost.plus(grace).toNanos(),
            TimeUnit.NANOSECONDS);
    return () -> {
      interrupt.cancel(false);
      abandon.cancel(false);
    };
  }

  @Override
  public Duration atMost() {
    return atMost;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
