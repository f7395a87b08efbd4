package org.nightjar.simulation.internal.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nightjar.api.error.NightjarException;

/** Makes chunks by several threads and hands them on in order; a few of them are in memory. */
final class ChunkLine implements AutoCloseable {
  private static final int CHUNKS_PER_THREAD = 2;

  private final ExecutorService threads;
  private final int inFlight;
  private final int chunkRows;

  /** Takes chunks in order. */
  @FunctionalInterface
  interface Taker {
    /** Takes a chunk that ends before an id. */
    void take(Workspace chunk, long to) throws NightjarException, InterruptedException;
  }

  private record Made(Future<?> done, Workspace workspace, long to) {}

  ChunkLine(int threads, int chunkRows) {
    this.threads =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "nightjar-simulate");
              thread.setDaemon(true);
              return thread;
            });
    this.inFlight = chunksInFlight(threads);
    this.chunkRows = chunkRows;
  }

  /** How many chunks are in memory at a time. */
  static int chunksInFlight(int threads) {
    return CHUNKS_PER_THREAD * threads;
  }

  /** Makes all rows from one id up to another. */
  void run(TableProgram program, long from, long end, Taker taker)
      throws NightjarException, InterruptedException {
    Deque<Made> made = new ArrayDeque<>();
    Deque<Workspace> free = new ArrayDeque<>();
    int capacity = (int) Math.max(1, Math.min(chunkRows, end - from));
    long next = from;
    int workspaces = 0;
    while (next < end || !made.isEmpty()) {
      if (next < end && (workspaces < inFlight || !free.isEmpty())) {
        if (free.isEmpty()) {
          free.add(program.workspace(capacity));
          workspaces++;
        }
        Workspace workspace = free.remove();
        long first = next;
        int count = (int) Math.min(capacity, end - next);
        next += count;
        made.add(
            new Made(
                threads.submit(
                    () -> {
                      workspace.make(first, count);
                      return null;
                    }),
                workspace,
                next));
      } else {
        Made oldest = made.remove();
        await(oldest.done());
        taker.take(oldest.workspace(), oldest.to());
        free.add(oldest.workspace());
      }
    }
  }

  private static void await(Future<?> done) throws NightjarException, InterruptedException {
    try {
      done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NightjarException problem) {
        throw problem;
      }
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException("cancelled");
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
