package org.nightjar.inference.internal.measure;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** What has been counted of one version of a model. */
public final class ModelStatistics {
  private static final int SIZES = 13;

  private final LongAdder answered = new LongAdder();
  private final LongAdder runs = new LongAdder();
  private final LongAdder samples = new LongAdder();
  private final LongAdder computeNanos = new LongAdder();
  private final LongAdder predictedNanos = new LongAdder();
  private final LongAdder loads = new LongAdder();
  private final LongAdder loadNanos = new LongAdder();
  private final LongAdder evictions = new LongAdder();
  private final LongAdder moved = new LongAdder();
  private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
  private final AtomicLongArray sizes = new AtomicLongArray(SIZES);
  private final Spread waits = new Spread();
  private final Spread answers = new Spread();

  void ran(int size, long predicted, long nanos) {
    runs.increment();
    samples.add(size);
    computeNanos.add(nanos);
    predictedNanos.add(predicted);
    sizes.incrementAndGet(Math.min(SIZES - 1, 31 - Integer.numberOfLeadingZeros(size)));
  }

  void answered(long waited, long took) {
    answered.increment();
    waits.add(waited);
    answers.add(took);
  }

  void failed(String code) {
    failures.computeIfAbsent(code, each -> new LongAdder()).increment();
  }

  void loaded(long nanos) {
    loads.increment();
    loadNanos.add(nanos);
  }

  void evicted() {
    evictions.increment();
  }

  void movedAway() {
    moved.increment();
  }

  /** Requests answered. */
  public long answeredCount() {
    return answered.sum();
  }

  /** Requests that failed after they had been accepted. */
  public long failedCount() {
    return failures.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** The same by error code. */
  public Map<String, Long> failuresByCode() {
    Map<String, Long> counts = new TreeMap<>();
    failures.forEach((code, count) -> counts.put(code, count.sum()));
    return counts;
  }

  /** Runs. */
  public long runCount() {
    return runs.sum();
  }

  /** Samples in all runs. */
  public long sampleCount() {
    return samples.sum();
  }

  /** Device time of all runs, nanoseconds. */
  public long computeNanos() {
    return computeNanos.sum();
  }

  /** What all runs were expected to take, nanoseconds. */
  public long predictedNanos() {
    return predictedNanos.sum();
  }

  /** How often it was loaded. */
  public long loadCount() {
    return loads.sum();
  }

  /** How long loading took, over all times, nanoseconds. */
  public long loadNanos() {
    return loadNanos.sum();
  }

  /** How often it was unloaded to make room. */
  public long evictionCount() {
    return evictions.sum();
  }

  /** Requests that left a device which failed them. */
  public long movedCount() {
    return moved.sum();
  }

  /** Runs by size: 1, 2 to 3, 4 to 7, and so on; the last one takes all that are larger. */
  public long[] runsBySize() {
    long[] counts = new long[SIZES];
    for (int i = 0; i < SIZES; i++) {
      counts[i] = sizes.get(i);
    }
    return counts;
  }

  /** How long requests waited for their run. */
  public Spread waits() {
    return waits;
  }

  /** How long requests took until they were answered. */
  public Spread answers() {
    return answers;
  }
}
