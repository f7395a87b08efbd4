package org.nightjar.sinks.internal.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.feed.Sink;
import org.nightjar.store.Deliveries;
import org.nightjar.store.ReportChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to one sink, on a thread of its own: a page of changes at a time, so that a slow sink
 * delays nobody and costs no memory. What a sink refuses is offered again after a while, which
 * doubles up to a bound; nothing after it is offered before.
 */
final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int PAGE = 64;
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);
  private static final long MILLIS_TO_STOP = 10_000;

  private final Sink sink;
  private final Deliveries deliveries;
  private final Duration look;
  private final Duration firstRest;
  private final Thread thread;
  private boolean woken;
  private boolean ending;
  private volatile Optional<Problem> trouble = Optional.empty();

  /** The last change that the sink took; nothing is known before the first look at the store. */
  private long taken = -1;

  private long safe = -1;

  /**
   * @param look how long to wait for the next change before looking
   * @param firstRest how long to wait after the first refusal
   */
  Courier(Sink sink, Deliveries deliveries, Duration look, Duration firstRest) {
    this.sink = sink;
    this.deliveries = deliveries;
    this.look = look;
    this.firstRest = firstRest;
    this.thread = new Thread(this::serve, "nightjar-sink-" + sink.name());
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** There may be something to deliver. */
  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  /** Ends after the page under way; a sink that does not return is interrupted. */
  void stop() throws InterruptedException {
    synchronized (this) {
      ending = true;
      notifyAll();
    }
    thread.join(MILLIS_TO_STOP);
    if (thread.isAlive()) {
      LOG.warn("Sink {} does not return and is interrupted", sink.name());
      thread.interrupt();
      thread.join(MILLIS_TO_STOP);
    }
  }

  Sink sink() {
    return sink;
  }

  /** Why the sink takes nothing now; empty if it does. */
  Optional<Problem> trouble() {
    return trouble;
  }

  private void serve() {
    Duration rest = firstRest;
    while (!over()) {
      try {
        boolean more = page();
        if (trouble.isPresent()) {
          LOG.info("Sink {} takes reports again", sink.name());
        }
        trouble = Optional.empty();
        rest = firstRest;
        if (!more) {
          await(look);
        }
      } catch (NightjarException e) {
        refused(e.problem(), e);
        rest = rested(rest);
      } catch (RuntimeException e) {
        refused(Problem.of(StandardError.TASK_FAILED, "it threw " + e, sink.name(), ""), e);
        rest = rested(rest);
      }
    }
    last();
  }

  /** Delivers one page; whether there is more at once. */
  private boolean page() throws NightjarException {
    if (taken < 0) {
      taken = deliveries.delivered(sink.name());
      safe = taken;
    }
    List<ReportChange> changes = deliveries.since(taken, PAGE);
    try {
      for (ReportChange change : changes) {
        sink.accept(change.report());
        taken = change.number();
      }
    } catch (NightjarException | RuntimeException e) {
      if (!(sink instanceof BufferedSink)) {
        keep();
      }
      throw e;
    }
    if (!(sink instanceof BufferedSink buffered) || buffered.flush(false)) {
      keep();
    }
    return changes.size() == PAGE && !over();
  }

  private void keep() throws NightjarException {
    if (taken > safe) {
      deliveries.delivered(sink.name(), taken);
      safe = taken;
    }
  }

  private void last() {
    try {
      if (sink instanceof BufferedSink buffered && taken > safe && buffered.flush(true)) {
        keep();
      }
    } catch (NightjarException | RuntimeException e) {
      LOG.info("Sink {} goes on from change {} after the next start: {}", sink.name(), safe, e);
    }
  }

  private void refused(Problem problem, Exception why) {
    if (trouble.isEmpty()) {
      LOG.warn("Sink {} takes nothing now, it is tried again: {}", sink.name(), problem);
      LOG.debug("Why sink {} takes nothing", sink.name(), why);
    }
    trouble = Optional.of(problem);
  }

  private Duration rested(Duration rest) {
    await(rest);
    Duration twice = rest.multipliedBy(2);
    return twice.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : twice;
  }

  private synchronized boolean over() {
    return ending;
  }

  /** Waits; while all is well a change ends the wait, and so does the end. */
  private synchronized void await(Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    long left = atMost.toNanos();
    try {
      while (left > 0 && !ending && !(woken && trouble.isEmpty())) {
        wait(left / 1_000_000 + 1);
        left = until - System.nanoTime();
      }
      woken = false;
    } catch (InterruptedException e) {
      ending = true;
    }
  }
}
