package org.nightjar.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.Task;
import org.nightjar.api.task.TaskContext;

/** One call of a task on a thread of its own, in a thread group that shows what it started. */
final class Run {

  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final String COMMON_POOL = "ForkJoinPool.commonPool";
  private static final int MOST_THREADS = 1000;

  private final ThreadGroup group = new ThreadGroup("testkit");
  private final Thread thread;
  private volatile Report report;
  private volatile Throwable thrown;

  private Run(Task task, Product product, TaskContext context, boolean interrupted) {
    this.thread =
        new Thread(
            group,
            () -> {
              if (interrupted) {
                Thread.currentThread().interrupt();
              }
              call(task, product, context);
            },
            "testkit-task");
    thread.setDaemon(true);
  }

  static Run start(Task task, Product product, TaskContext context) {
    return started(new Run(task, product, context, false));
  }

  static Run startInterrupted(Task task, Product product, TaskContext context) {
    return started(new Run(task, product, context, true));
  }

  void interrupt() {
    thread.interrupt();
  }

  boolean ended() {
    return !thread.isAlive();
  }

  /** Waits for the end, and fails if it does not come. */
  Outcome outcome(Duration patience) throws InterruptedException {
    thread.join(patience.toMillis());
    if (thread.isAlive()) {
      StackTraceElement[] where = thread.getStackTrace();
      thread.interrupt();
      AssertionError late =
          new AssertionError("examine had not returned after " + patience.toSeconds() + " s");
      late.setStackTrace(where);
      throw late;
    }
    return new Outcome(report, thrown, threadsLeft());
  }

  private static Run started(Run run) {
    run.thread.start();
    return run;
  }

  private void call(Task task, Product product, TaskContext context) {
    try {
      report = task.examine(product, context);
    } catch (Throwable anything) {
      thrown = anything;
    }
  }

  private List<String> threadsLeft() throws InterruptedException {
    Thread[] threads = new Thread[MOST_THREADS];
    int count = group.enumerate(threads);
    List<String> left = new ArrayList<>();
    long end = System.nanoTime() + GRACE.toNanos();
    for (int i = 0; i < count; i++) {
      if (!threads[i].getName().startsWith(COMMON_POOL)) {
        threads[i].join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        if (threads[i].isAlive()) {
          left.add(threads[i].getName());
        }
      }
    }
    return left;
  }
}
