package org.nightjar.mmwave.fourier;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Runs the passes of a loop, in any order, perhaps several at a time. The library owns no threads:
 * who calls it says where passes run. Results never depend on it.
 */
@ConsumerType
@FunctionalInterface
public interface Loop {
  /** One pass after the other, on the calling thread. */
  Loop SERIAL =
      (count, pass) -> {
        for (int i = 0; i < count; i++) {
          pass.accept(i);
        }
      };

  /**
   * Calls pass once with each of 0 ... count - 1 and returns when all are done.
   *
   * @param count at least 0
   * @param pass may be called by several threads at a time
   */
  void run(int count, IntConsumer pass);

  /**
   * Passes shared among threads of an executor and the calling one.
   *
   * @param executor whose threads help; not shut down
   * @param threads how many work at a time, the calling one among them, at least 1
   */
  static Loop on(ExecutorService executor, int threads) {
    return (count, pass) -> {
      AtomicInteger next = new AtomicInteger();
      Callable<Void> work =
          () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              pass.accept(i);
            }
            return null;
          };
      List<Future<Void>> helpers = new ArrayList<>();
      for (int i = 1; i < Math.min(threads, count); i++) {
        helpers.add(executor.submit(work));
      }
      try {
        work.call();
        for (Future<Void> helper : helpers) {
          helper.get();
        }
      } catch (InterruptedException e) {
        helpers.forEach(helper -> helper.cancel(true));
        Thread.currentThread().interrupt();
        throw (CancellationException) new CancellationException("interrupted").initCause(e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("a pass failed", e.getCause());
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      } finally {
        // After a failure the others need not go on.
        next.set(count);
      }
    };
  }
}
