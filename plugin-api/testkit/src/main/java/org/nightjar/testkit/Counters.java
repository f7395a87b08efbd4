package org.nightjar.testkit;

/** Random bits that are a function of a counter. */
final class Counters {

  private Counters() {}

  /** The output function of SplitMix64 (Steele, Lea and Flood 2014) at a counter. */
  static long mix(long counter) {
    long z = counter * 0x9E3779B97F4A7C15L + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
