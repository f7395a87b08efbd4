package org.nightjar.dispatch.internal.examine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Part;
import org.nightjar.api.task.PartVisitor;

/**
 * Threads that look at parts for one plugin version. They run plugin code, so they belong to that
 * version and die with it, or after a moment without work.
 */
public final class PartThreads implements AutoCloseable {
  private static final long IDLE_SECONDS = 2;

  private final ThreadPoolExecutor pool;
  private final AtomicInteger number = new AtomicInteger();

  /**
   * Threads for parts.
   *
   * @param name what they are called, before a hyphen and a number
   * @param most how many at the most
   * @param loader their context class loader
   */
  public PartThreads(String name, int most, ClassLoader loader) {
    pool =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new PartThread(work, name + "-" + number.incrementAndGet());
              thread.setContextClassLoader(loader);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /** Looks at all parts; a visitor that asks for it again gets its own thread alone. */
  <T> List<T> each(List<Part> parts, PartVisitor<T> visitor)
      throws NightjarException, InterruptedException {
    if (Thread.currentThread() instanceof PartThread) {
      List<T> made = new ArrayList<>(parts.size());
      for (Part part : parts) {
        made.add(visitor.visit(part));
      }
      return made;
    }
    Round round = new Round();
    List<Future<T>> futures = new ArrayList<>(parts.size());
    try {
      for (Part part : parts) {
        FutureTask<T> task = new FutureTask<>(round.guarded(() -> visitor.visit(part)));
        futures.add(task);
        pool.execute(task);
      }
      List<T> made = new ArrayList<>(parts.size());
      for (Future<T> future : futures) {
        made.add(await(future));
      }
      return made;
    } catch (RejectedExecutionException e) {
      throw interrupted("the plugin stops");
    } finally {
      round.end(futures);
    }
  }

  private static <T> T await(Future<T> future) throws NightjarException, InterruptedException {
    try {
      return future.get();
    } catch (CancellationException e) {
      throw interrupted("the plugin stops");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof NightjarException problem) {
        throw problem;
      }
      if (cause instanceof InterruptedException) {
        throw interrupted("the look at a part was interrupted");
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }
  }

  private static InterruptedException interrupted(String why) {
    return new InterruptedException(why);
  }

  @Override
  public void close() {
    pool.shutdownNow()
        .forEach(
            work -> {
              if (work instanceof Future<?> future) {
                future.cancel(false);
              }
            });
  }

  /** One round over the parts: ends only when no visitor works any more. */
  private static final class Round {
    private final Phaser working = new Phaser(1);
    private volatile boolean ended;

    <T> Callable<T> guarded(Callable<T> work) {
      return () -> {
        working.register();
        try {
          if (ended) {
            throw new CancellationException();
          }
          return work.call();
        } finally {
          working.arriveAndDeregister();
        }
      };
    }

    void end(List<? extends Future<?>> futures) {
      ended = true;
      futures.forEach(future -> future.cancel(true));
      working.awaitAdvance(working.arriveAndDeregister());
    }
  }

  /** Known again by its type. */
  private static final class PartThread extends Thread {
    PartThread(Runnable work, String name) {
      super(null, work, name, 0, false);
      setDaemon(true);
    }
  }
}
