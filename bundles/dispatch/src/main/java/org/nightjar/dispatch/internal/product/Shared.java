package org.nightjar.dispatch.internal.product;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.nightjar.api.error.NightjarException;

/**
 * Values that are made once for all who hold them at the same time, and ended when the last one
 * lets go.
 *
 * @param <K> what tells values apart
 * @param <V> the values
 */
final class Shared<K, V> {
  private final ConcurrentMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
  private final Consumer<V> end;

  /** Values that are ended by this. */
  Shared(Consumer<V> end) {
    this.end = end;
  }

  /** Makes a value. */
  @FunctionalInterface
  interface Maker<V> {
    V make() throws NightjarException, InterruptedException;
  }

  /** Holds a value until closed. */
  record Hold<V>(V value, AutoCloseable end) implements AutoCloseable {
    @Override
    public void close() {
      try {
        end.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Takes hold of a value; whoever comes first makes it, the others wait for it. */
  Hold<V> hold(K key, Maker<V> maker) throws NightjarException, InterruptedException {
    Entry<V> entry =
        entries.compute(
            key,
            (ignored, there) -> {
              Entry<V> held = there == null ? new Entry<>() : there;
              held.holders++;
              return held;
            });
    boolean made = false;
    try {
      V value = entry.value(maker);
      made = true;
      AtomicBoolean open = new AtomicBoolean(true);
      return new Hold<>(
          value,
          () -> {
            if (open.getAndSet(false)) {
              release(key, entry);
            }
          });
    } finally {
      if (!made) {
        release(key, entry);
      }
    }
  }

  /** How many values there are. */
  int size() {
    return entries.size();
  }

  private void release(K key, Entry<V> entry) {
    Entry<V> left =
        entries.computeIfPresent(key, (ignored, held) -> --held.holders == 0 ? null : held);
    if (left == null) {
      entry.end(end);
    }
  }

  /** The number of holders changes only inside the map's atomic steps. */
  private static final class Entry<V> {
    private final ReentrantLock making = new ReentrantLock();
    private int holders;
    private V value;

    V value(Maker<V> maker) throws NightjarException, InterruptedException {
      making.lockInterruptibly();
      try {
        if (value == null) {
          value = maker.make();
        }
        return value;
      } finally {
        making.unlock();
      }
    }

    void end(Consumer<V> how) {
      making.lock();
      try {
        V last = value;
        value = null;
        if (last != null) {
          how.accept(last);
        }
      } finally {
        making.unlock();
      }
    }
  }
}
