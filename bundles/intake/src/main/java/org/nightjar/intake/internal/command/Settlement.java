package org.nightjar.intake.internal.command;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.error.NightjarException;
import org.nightjar.bus.Bus;
import org.nightjar.bus.Registration;
import org.nightjar.store.Ledger;
import org.nightjar.store.Settled;

/**
 * Waits until arrivals are judged. Events only wake it: the ledger decides, and is asked again now
 * and then in case an event was lost.
 */
final class Settlement implements AutoCloseable {
  private static final long ASK_AGAIN_MILLIS = 1000;

  private final Ledger ledger;
  private final Registration registration;
  private final Map<Long, Long> settled = new HashMap<>();

  /** Listens from now on: make it before submitting. */
  Settlement(Ledger ledger, Bus bus) {
    this.ledger = ledger;
    this.registration = bus.subscribe(Settled.TOPIC, this::heard);
  }

  /**
   * Waits until no entry of an arrival is pending.
   *
   * @param progress is told now and then how many still are
   * @return false if the caller has gone first
   */
  boolean await(long arrival, CommandCall call, LongConsumer progress)
      throws NightjarException, InterruptedException {
    while (!call.cancelled()) {
      long before = heardOf(arrival);
      long pending = ledger.pending(arrival);
      if (pending == 0) {
        forget(arrival);
        return true;
      }
      progress.accept(pending);
      sleepUntil(arrival, before + pending);
    }
    return false;
  }

  private synchronized void heard(Settled event) {
    settled.merge(event.arrival(), 1L, Long::sum);
    notifyAll();
  }

  private synchronized long heardOf(long arrival) {
    return settled.getOrDefault(arrival, 0L);
  }

  private synchronized void forget(long arrival) {
    settled.remove(arrival);
  }

  private synchronized void sleepUntil(long arrival, long count) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ASK_AGAIN_MILLIS);
    while (settled.getOrDefault(arrival, 0L) < count) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }

  @Override
  public void close() {
    registration.close();
  }
}
