package org.nightjar.inference.internal.client;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Somebody who asks: a plugin, a command, the service itself. What it has waiting is counted. */
public final class Client {
  private final String name;
  private final Quota quota;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong waitingBytes = new AtomicLong();
  private final AtomicInteger leases = new AtomicInteger();
  private final LongAdder answered = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder deviceNanos = new LongAdder();

  /** A client of this name. */
  public Client(String name, Quota quota) {
    this.name = name;
    this.quota = quota;
  }

  /** Its name: a plugin's id, or who else it is. */
  public String name() {
    return name;
  }

  /** What it may use. */
  public Quota quota() {
    return quota;
  }

  /** Takes room for a request that will wait; false if the quota does not allow it. */
  public boolean admit(long bytes) {
    if (waiting.incrementAndGet() > quota.queue()) {
      waiting.decrementAndGet();
      return false;
    }
    if (waitingBytes.addAndGet(bytes) > quota.bytes()) {
      leave(bytes);
      return false;
    }
    return true;
  }

  /** Gives the room of a request back. */
  public void leave(long bytes) {
    waiting.decrementAndGet();
    waitingBytes.addAndGet(-bytes);
  }

  /** Takes room for a lease; false if the quota does not allow it. */
  public boolean lease() {
    if (leases.incrementAndGet() > quota.leases()) {
      leases.decrementAndGet();
      return false;
    }
    return true;
  }

  /** Gives a lease back. */
  public void release() {
    leases.decrementAndGet();
  }

  /** Counts the device time of requests that were run for it. */
  public void charge(long nanos) {
    deviceNanos.add(nanos);
  }

  /** Counts a request that was answered. */
  public void answered() {
    answered.increment();
  }

  /** Counts a request that failed after it had been accepted. */
  public void failed() {
    failed.increment();
  }

  /** Counts a request that was refused. */
  public void refused() {
    refused.increment();
  }

  /** What it has now and has had so far. */
  public ClientUse use() {
    return new ClientUse(
        name,
        waiting.get(),
        leases.get(),
        answered.sum(),
        failed.sum(),
        refused.sum(),
        deviceNanos.sum());
  }

  @Override
  public String toString() {
    return name;
  }
}
