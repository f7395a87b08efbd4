package org.nightjar.fits.internal.tile;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.nightjar.api.error.NightjarException;

/**
 * Threads that help whoever reads large tiled images: one fewer than processors, for all readers
 * together. Nothing queues: where no helper is free, the reader does the work alone.
 */
public final class TileWorkers implements AutoCloseable {
  private static final int MOST_HELPERS = 15;
  private static final int IDLE_SECONDS = 10;

  private final int helpers =
      Math.min(MOST_HELPERS, Runtime.getRuntime().availableProcessors() - 1);
  private final ConcurrentLinkedQueue<TileScratch> scratches = new ConcurrentLinkedQueue<>();
  private final AtomicInteger named = new AtomicInteger();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          Math.max(1, helpers),
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          this::thread);

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "nightjar-tiles-" + named.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** A piece of work on scratch arrays. */
  @FunctionalInterface
  interface Piece {
    void run(int index, TileScratch scratch) throws NightjarException;
  }

  /**
   * Runs pieces of work; returns when all are done and no thread is at it any more.
   *
   * @param large whether helpers are worth their while
   * @throws NightjarException of the first piece in order that failed; CANCELLED if the calling
   *     thread is interrupted
   */
  void run(int pieces, boolean large, String place, Piece piece) throws NightjarException {
    PieceRun run = new PieceRun(pieces, place, index -> with(index, piece));
    for (int i = 0; large && i < Math.min(helpers, pieces - 1); i++) {
      run.expectHelper();
      try {
        threads.execute(run::help);
      } catch (RejectedExecutionException e) {
        // All helpers are busy, or the reader is being stopped.
        run.helperLeft();
        break;
      }
    }
    run.finish();
  }

  private void with(int index, Piece piece) throws NightjarException {
    TileScratch kept = scratches.poll();
    TileScratch scratch = kept == null ? new TileScratch() : kept;
    try {
      piece.run(index, scratch);
    } finally {
      scratch.heap.forget();
      scratch.rows.forget();
      if (scratch.modest()) {
        scratches.add(scratch);
      }
    }
  }

  /** Lets running work end; readers go on alone. */
  @Override
  public void close() {
    threads.shutdown();
    scratches.clear();
  }
}
