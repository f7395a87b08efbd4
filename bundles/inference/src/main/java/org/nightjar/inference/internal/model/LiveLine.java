package org.nightjar.inference.internal.model;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.nightjar.inference.internal.shadow.Comparison;
import org.nightjar.inference.internal.station.Residence;

/** The versions of one model that are in use: the live one, the way back, and the one on trial. */
final class LiveLine {
  private volatile ModelVersion live;
  private volatile ModelVersion before;
  private volatile Trial trial;
  private final AtomicInteger regressions = new AtomicInteger();

  /** Keeps the way back loaded. */
  private Residence kept;

  private long keptSince;

  /**
   * A version that sees the live one's samples.
   *
   * @param version the version
   * @param comparison what has been seen
   * @param samples how many are enough; 0 if a person decides
   */
  record Trial(ModelVersion version, Comparison comparison, int samples) {}

  Optional<ModelVersion> live() {
    return Optional.ofNullable(live);
  }

  /** The version that was live before, if it can be taken back. */
  Optional<ModelVersion> before() {
    return Optional.ofNullable(before);
  }

  Optional<Trial> trial() {
    return Optional.ofNullable(trial);
  }

  synchronized void trial(Trial next) {
    trial = next;
  }

  /** Ends a trial; true for the one who did. */
  synchronized boolean end(Trial over) {
    boolean mine = trial == over;
    trial = mine ? null : trial;
    return mine;
  }

  /** Makes a version live, with one write; what asks from now on gets it. */
  synchronized void promote(ModelVersion next, Residence keep, long now) {
    ModelVersion old = live;
    release();
    regressions.set(0);
    next.become(Lifecycle.LIVE, "");
    live = next;
    before = old == null || old == next ? null : old;
    kept = keep;
    keptSince = now;
    if (before != null) {
      before.become(Lifecycle.DRAINING, "kept loaded as the way back from " + next.label());
    }
  }

  /** Takes the version back that was live before. */
  synchronized void back(ModelVersion to) {
    release();
    regressions.set(0);
    to.become(Lifecycle.LIVE, "");
    live = to;
    before = null;
  }

  /** Nothing is live any more. */
  synchronized void clear() {
    release();
    live = null;
    before = null;
  }

  /** Another sample that the live version failed and the one before it answers. */
  int regression() {
    return regressions.incrementAndGet();
  }

  /** Stops to keep the way back loaded once it has been kept for long enough. */
  synchronized void retire(long now, long dwell) {
    if (kept != null && now - keptSince >= dwell) {
      release();
      if (before != null && before.state() == Lifecycle.DRAINING) {
        before.become(Lifecycle.RETIRED, "");
      }
    }
  }

  /** A version goes away. */
  synchronized void forget(ModelVersion version) {
    if (before == version) {
      release();
      before = null;
    }
    if (live == version) {
      live = null;
    }
    if (trial != null && trial.version() == version) {
      trial = null;
    }
  }

  private void release() {
    if (kept != null) {
      kept.release();
      kept = null;
    }
  }
}
