package org.nightjar.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Part;
import org.nightjar.api.task.PartVisitor;

/** Looks at parts on threads that end before the answer is given. */
final class PartThreads {

  private static final long PATIENCE_SECONDS = 60;

  private PartThreads() {}

  static <T> List<T> visit(List<Part> parts, PartVisitor<T> visitor, int threads)
      throws NightjarException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads, PartThreads::daemon);
    try {
      List<Callable<T>> calls = new ArrayList<>();
      parts.forEach(part -> calls.add(() -> visitor.visit(part)));
      List<T> answers = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(calls)) {
        answers.add(answer(future));
      }
      return answers;
    } finally {
      end(pool);
    }
  }

  private static <T> T answer(Future<T> future) throws NightjarException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof NightjarException known) {
        throw known;
      }
      if (cause instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      if (cause instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(cause);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "testkit-part");
    thread.setDaemon(true);
    return thread;
  }

  /** Waits for the threads even if the caller was interrupted, and keeps that interruption. */
  private static void end(ExecutorService pool) {
    pool.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("a part visitor goes on after its interruption");
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
