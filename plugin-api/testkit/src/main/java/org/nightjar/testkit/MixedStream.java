package org.nightjar.testkit;

import org.nightjar.api.simulation.RandomStream;

/**
 * Random numbers by name, id and place, good enough for tests.
 *
 * <p>Source of the mixing: G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom
 * number generators (OOPSLA 2014).
 */
final class MixedStream implements RandomStream {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long key;
  private long state;

  MixedStream(String name) {
    this.key = mixed(name.hashCode());
  }

  @Override
  public RandomStream at(long id) {
    state = mixed(key + id * GOLDEN);
    return this;
  }

  @Override
  public long nextLong() {
    state += GOLDEN;
    return mixed(state);
  }

  private static long mixed(long value) {
    long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
    return second ^ (second >>> 31);
  }

  @Override
  public double nextOpen() {
    return ((nextLong() >>> 11) + 0.5) * 0x1p-53;
  }
}
