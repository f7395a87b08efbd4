package org.nightjar.testkit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds whoever reads pixels until it is opened; an interruption does not let it through. */
final class PixelGate {

  private static final long GLANCE_MILLIS = 5;

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  /** A gate that stands open. */
  static PixelGate open() {
    PixelGate gate = new PixelGate();
    gate.opened.countDown();
    return gate;
  }

  /** Waits until somebody stands before the gate, or the run has ended without. */
  void awaitReached(Run run, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    boolean there = false;
    while (!there && !run.ended() && System.nanoTime() < end) {
      there = reached.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  void letThrough() {
    opened.countDown();
  }

  void pass() {
    reached.countDown();
    boolean interrupted = false;
    while (opened.getCount() > 0) {
      try {
        opened.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
