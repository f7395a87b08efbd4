package org.nightjar.fits.internal.tile;

import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** One request's pieces of work, taken in order by the caller and its helpers. */
final class PieceRun {
  /** One piece of work. */
  @FunctionalInterface
  interface Work {
    void run(int index) throws NightjarException;
  }

  private final int pieces;
  private final String place;
  private final Work work;
  private final AtomicInteger next = new AtomicInteger();
  private final Phaser present = new Phaser(1);
  private int failed = Integer.MAX_VALUE;
  private Throwable failure;

  PieceRun(int pieces, String place, Work work) {
    this.pieces = pieces;
    this.place = place;
    this.work = work;
  }

  void expectHelper() {
    present.register();
  }

  void helperLeft() {
    present.arriveAndDeregister();
  }

  /** What a helper does. */
  void help() {
    try {
      takePieces(false);
    } finally {
      helperLeft();
    }
  }

  /** What the caller does: works, waits for the helpers, and tells what went wrong. */
  void finish() throws NightjarException {
    takePieces(true);
    present.arriveAndAwaitAdvance();
    Throwable wrong = failure();
    if (wrong instanceof NightjarException known) {
      throw known;
    }
    if (wrong instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    if (wrong instanceof Error fatal) {
      throw fatal;
    }
  }

  private void takePieces(boolean caller) {
    for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
      try {
        if (caller && Thread.currentThread().isInterrupted()) {
          throw NightjarException.of(
              StandardError.CANCELLED, "interrupted while tiles were decoded", place, "");
        }
        work.run(i);
      } catch (NightjarException | RuntimeException | Error e) {
        fail(i, e);
      }
    }
  }

  /** Keeps the first failure in the order of the pieces; nobody begins another piece. */
  private synchronized void fail(int index, Throwable wrong) {
    next.set(pieces);
    if (index < failed) {
      failed = index;
      failure = wrong;
    }
  }

  private synchronized Throwable failure() {
    return failure;
  }
}
