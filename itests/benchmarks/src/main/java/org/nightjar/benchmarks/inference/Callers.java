package org.nightjar.benchmarks.inference;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that ask again as soon as they are answered. */
final class Callers {
  private Callers() {}

  /**
   * What came of it.
   *
   * @param samples samples answered
   * @param seconds wall time
   * @param cpuSeconds CPU time of the process
   * @param nanos duration of each request, sorted
   */
  record Result(long samples, double seconds, double cpuSeconds, long[] nanos) {
    double perCpuSecond() {
      return samples / cpuSeconds;
    }

    double perSecond() {
      return samples / seconds;
    }

    /** Milliseconds that a part of the requests took at most. */
    double millis(double part) {
      int rank = (int) Math.min(nanos.length - 1L, (long) Math.ceil(part * nanos.length));
      return nanos[Math.max(0, rank)] / 1e6;
    }
  }

  static Result run(Serving serving, int callers, double seconds) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(callers);
    try {
      CountDownLatch ready = new CountDownLatch(callers);
      CountDownLatch go = new CountDownLatch(1);
      List<Future<List<long[]>>> all = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        int number = i;
        all.add(pool.submit(() -> work(serving, number, seconds, ready, go)));
      }
      ready.await();
      long cpu = cpuNanos();
      long begun = System.nanoTime();
      go.countDown();
      long samples = 0;
      List<long[]> durations = new ArrayList<>();
      for (Future<List<long[]>> each : all) {
        for (long[] call : each.get()) {
          samples += call[1];
          durations.add(call);
        }
      }
      double took = (System.nanoTime() - begun) / 1e9;
      double spent = (cpuNanos() - cpu) / 1e9;
      long[] nanos = durations.stream().mapToLong(call -> call[0]).toArray();
      Arrays.sort(nanos);
      return new Result(samples, took, spent, nanos);
    } catch (ExecutionException e) {
      throw new IllegalStateException(serving.name() + " failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<long[]> work(
      Serving serving, int number, double seconds, CountDownLatch ready, CountDownLatch go)
      throws Exception {
    try (Serving.Call call = serving.caller(number)) {
      call.run();
      ready.countDown();
      go.await();
      List<long[]> done = new ArrayList<>(1 << 12);
      long end = System.nanoTime() + (long) (seconds * 1e9);
      long begun = System.nanoTime();
      while (begun < end) {
        int samples = call.run();
        long now = System.nanoTime();
        done.add(new long[] {now - begun, samples});
        begun = now;
      }
      return done;
    }
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
