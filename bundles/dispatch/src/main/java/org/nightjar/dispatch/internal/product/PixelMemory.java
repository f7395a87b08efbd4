package org.nightjar.dispatch.internal.product;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * The memory that pixels may take, in all. Who has none waits as long as it takes; who has some
 * already waits only a while, because two who hold and wait could wait for each other.
 */
final class PixelMemory {
  private static final int UNIT = 1024;

  private final int units;
  private final Semaphore free;
  private final Duration holderWaits;
  private final ConcurrentMap<Thread, Integer> held = new ConcurrentHashMap<>();

  PixelMemory(long bytes, Duration holderWaits) {
    this.units = (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes / UNIT));
    this.free = new Semaphore(units, true);
    this.holderWaits = holderWaits;
  }

  /** Waits for memory. */
  Grant take(long bytes) throws NightjarException, InterruptedException {
    long wanted = (bytes + UNIT - 1) / UNIT;
    if (wanted > units) {
      throw NightjarException.of(
          StandardError.OUT_OF_MEMORY,
          mebibytes(wanted) + " MiB of pixels at once, of " + mebibytes(units) + " MiB in all",
          "",
          "read smaller regions, or raise dispatch.pixelMemoryMegabytes");
    }
    Thread thread = Thread.currentThread();
    if (!held.containsKey(thread)) {
      free.acquire((int) wanted);
    } else if (!free.tryAcquire((int) wanted, holderWaits.toNanos(), TimeUnit.NANOSECONDS)) {
      throw NightjarException.of(
          StandardError.OUT_OF_MEMORY,
          "others hold the memory for pixels while this call holds some of it",
          "",
          "close leases before taking more, or raise dispatch.pixelMemoryMegabytes");
    }
    held.merge(thread, 1, Integer::sum);
    return new Grant((int) wanted, thread);
  }

  /** How many bytes are free. */
  long freeBytes() {
    return (long) free.availablePermits() * UNIT;
  }

  private static long mebibytes(long units) {
    return units / UNIT;
  }

  /** Memory taken. */
  record Grant(int units, Thread thread) {}

  void giveBack(Grant grant) {
    held.computeIfPresent(grant.thread(), (thread, count) -> count == 1 ? null : count - 1);
    free.release(grant.units());
  }
}
