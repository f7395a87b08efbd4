package org.nightjar.inference.internal.measure;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How durations are spread, in buckets a quarter of an octave wide: percentiles are right to 9 %,
 * and adding one costs a few nanoseconds.
 */
public final class Spread {
  private static final int PER_OCTAVE = 4;
  private static final int BUCKETS = 64 * PER_OCTAVE;

  private final AtomicLongArray buckets = new AtomicLongArray(BUCKETS);

  /** Adds a duration in nanoseconds. */
  public void add(long nanos) {
    buckets.incrementAndGet(bucket(Math.max(1, nanos)));
  }

  private static int bucket(long value) {
    int octave = 63 - Long.numberOfLeadingZeros(value);
    // The two bits below the leading one tell the quarter.
    int quarter = octave < 2 ? 0 : (int) (value >>> (octave - 2)) & 3;
    return octave * PER_OCTAVE + quarter;
  }

  /** How many durations there were. */
  public long count() {
    long count = 0;
    for (int i = 0; i < BUCKETS; i++) {
      count += buckets.get(i);
    }
    return count;
  }

  /**
   * The duration below which a part of all lie, nanoseconds; 0 if there were none.
   *
   * @param part from 0 to 1
   */
  public double percentile(double part) {
    return percentile(part, new long[BUCKETS]);
  }

  /** The same of those that came after a {@link #mark}. */
  double percentile(double part, long[] since) {
    long count = 0;
    for (int i = 0; i < BUCKETS; i++) {
      count += buckets.get(i) - since[i];
    }
    long rank = (long) Math.ceil(part * count);
    long below = 0;
    for (int i = 0; i < BUCKETS && count > 0; i++) {
      below += buckets.get(i) - since[i];
      if (below >= Math.max(1, rank)) {
        return middle(i);
      }
    }
    return 0;
  }

  private static double middle(int bucket) {
    double octave = Math.scalb(1.0, bucket / PER_OCTAVE);
    return octave * (1 + (bucket % PER_OCTAVE + 0.5) / PER_OCTAVE);
  }

  /** What has been counted so far, to be left out later. */
  long[] mark() {
    long[] now = new long[BUCKETS];
    for (int i = 0; i < BUCKETS; i++) {
      now[i] = buckets.get(i);
    }
    return now;
  }
}
