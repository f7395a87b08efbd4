package org.nightjar.inference.internal.memory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.inference.internal.time.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who holds how much of a device's memory. Nothing is loaded before its bytes are reserved here;
 * when there are too few, idle tenants are evicted first: those whose bytes have been idle longest
 * for the time that loading them again will take (idle time x bytes / reload time, the largest
 * first).
 */
public final class MemoryLedger {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryLedger.class);

  private final String device;
  private final long capacity;
  private final long settleNanos;
  private final Time time;
  private final Map<Tenant, Long> held = new IdentityHashMap<>();
  private long used;
  private long peak;
  private long evictions;

  /**
   * An empty ledger.
   *
   * @param capacity bytes there are
   * @param settleNanos how long a tenant stays at least after it was used, so that two that do not
   *     fit together do not drive each other out with every request
   */
  public MemoryLedger(String device, long capacity, long settleNanos, Time time) {
    this.device = device;
    this.capacity = capacity;
    this.settleNanos = settleNanos;
    this.time = time;
  }

  /** How a reservation ended. */
  public enum Answer {
    /** The bytes are reserved. */
    RESERVED,
    /** Others are idle, but have been used too lately; try again a little later. */
    LATER,
    /** Others are busy, leased or needed for live products; try again when that has changed. */
    BUSY,
    /** It would not fit if it were alone. */
    NEVER
  }

  /** Reserves bytes for a tenant, on top of what it holds, evicting others if need be. */
  public Answer reserve(Tenant tenant, long bytes) {
    Set<Tenant> refusing = new HashSet<>();
    while (true) {
      Tenant victim;
      synchronized (this) {
        if (held.getOrDefault(tenant, 0L) + bytes > capacity) {
          return Answer.NEVER;
        }
        if (used + bytes <= capacity) {
          held.merge(tenant, bytes, Long::sum);
          used += bytes;
          peak = Math.max(peak, used);
          return Answer.RESERVED;
        }
        victim = victim(tenant, refusing, settleNanos);
        if (victim == null) {
          return victim(tenant, refusing, 0) == null ? Answer.BUSY : Answer.LATER;
        }
      }
      evict(victim, "to make room for " + tenant.name(), refusing);
    }
  }

  /**
   * Evicts everybody else who is idle, because the device has less memory than it should.
   *
   * @return whether anybody went
   */
  public boolean evictIdle(Tenant except) {
    Set<Tenant> refusing = new HashSet<>();
    boolean any = false;
    while (true) {
      Tenant victim;
      synchronized (this) {
        victim = victim(except, refusing, 0);
      }
      if (victim == null) {
        return any;
      }
      any |= evict(victim, "because the device ran out of memory", refusing);
    }
  }

  private boolean evict(Tenant victim, String why, Set<Tenant> refusing) {
    if (victim.evict()) {
      LOG.info("{} was unloaded from {} {}", victim.name(), device, why);
      synchronized (this) {
        evictions++;
      }
      return true;
    }
    refusing.add(victim);
    return false;
  }

  private Tenant victim(Tenant except, Set<Tenant> refusing, long settled) {
    long now = time.nanos();
    Tenant best = null;
    double worth = -1;
    for (Map.Entry<Tenant, Long> each : held.entrySet()) {
      Tenant tenant = each.getKey();
      double idle = now - tenant.lastUsed();
      if (tenant == except
          || refusing.contains(tenant)
          || idle < settled
          || tenant.precious()
          || !tenant.idle()) {
        continue;
      }
      double score = (idle + 1) * each.getValue() / Math.max(1.0, tenant.reloadNanos());
      if (score > worth) {
        worth = score;
        best = tenant;
      }
    }
    return best;
  }

  /** Gives back some of what a tenant holds. */
  public synchronized void release(Tenant tenant, long bytes) {
    long before = held.getOrDefault(tenant, 0L);
    long back = Math.min(before, bytes);
    used -= back;
    if (before == back) {
      held.remove(tenant);
    } else {
      held.put(tenant, before - back);
    }
  }

  /** Gives back all that a tenant holds. */
  public synchronized void release(Tenant tenant) {
    Long bytes = held.remove(tenant);
    used -= bytes == null ? 0 : bytes;
  }

  /** Bytes there are. */
  public long capacity() {
    return capacity;
  }

  /** Bytes reserved now. */
  public synchronized long used() {
    return used;
  }

  /** Most bytes that were ever reserved at a time. */
  public synchronized long peak() {
    return peak;
  }

  /** How many tenants had to go so far. */
  public synchronized long evictions() {
    return evictions;
  }

  /** Bytes that a tenant holds. */
  public synchronized long held(Tenant tenant) {
    return held.getOrDefault(tenant, 0L);
  }

  /** Everybody who holds something. */
  public synchronized List<Tenant> tenants() {
    return new ArrayList<>(held.keySet());
  }
}
