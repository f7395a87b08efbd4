package org.nightjar.inference.internal.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.schedule.DeviceQueue;
import org.nightjar.inference.internal.schedule.Turn;

/** The threads of a device. */
final class Workers {
  private final String device;
  private final DeviceQueue queue;
  private final Consumer<Turn> work;
  private final Queue<Runnable> errands = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;
  private int made;

  /**
   * Threads that have not been started.
   *
   * @param work does what a turn says
   */
  Workers(String device, DeviceQueue queue, Consumer<Turn> work) {
    this.device = device;
    this.queue = queue;
    this.work = work;
  }

  synchronized void start(int count) {
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(this::loop, "nightjar-inference-" + device + "-" + made++);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  private void loop() {
    Thread self = Thread.currentThread();
    try {
      while (true) {
        Turn turn = queue.take(() -> stopping || !errands.isEmpty() || !mine(self));
        work.accept(turn);
        if (!mine(self)) {
          return;
        }
        Runnable errand = errands.poll();
        if (errand != null) {
          errand.run();
        } else if (stopping && turn.run().isEmpty() && turn.dropped().isEmpty()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      self.interrupt();
    }
  }

  private synchronized boolean mine(Thread thread) {
    return threads.contains(thread);
  }

  /** Whether the calling thread is one of these. */
  boolean here() {
    return mine(Thread.currentThread());
  }

  /** Gives a thread up that does not come back from the device, and starts another for it. */
  synchronized void replace(Thread lost) {
    if (threads.remove(lost)) {
      start(1);
    }
  }

  /** Has something done by one of the threads, between two runs, and waits for it. */
  <T> T call(Callable<T> errand) throws NightjarException, InterruptedException {
    CompletableFuture<T> done = new CompletableFuture<>();
    errands.add(
        () -> {
          try {
            done.complete(errand.call());
          } catch (Exception | LinkageError | OutOfMemoryError e) {
            done.completeExceptionally(e);
          }
        });
    queue.changed();
    try {
      return done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NightjarException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Ends the threads once nothing waits.
   *
   * @return whether they ended in time
   */
  boolean stop(long millis) {
    stopping = true;
    queue.changed();
    long end = System.nanoTime() + millis * 1_000_000;
    List<Thread> left;
    synchronized (this) {
      left = List.copyOf(threads);
    }
    try {
      for (Thread thread : left) {
        thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        if (thread.isAlive()) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
