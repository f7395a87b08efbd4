package org.nightjar.metrics.internal.table;

import java.util.Arrays;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts of values by bucket. Adders spread over several cells where many threads meet. */
final class Buckets {
  private final double[] bounds;
  private final LongAdder[] counts;
  private final DoubleAdder sum = new DoubleAdder();

  /** With these upper bounds, ascending, and one bucket more above them. */
  Buckets(double[] bounds) {
    this.bounds = bounds;
    counts = Stream.generate(LongAdder::new).limit(bounds.length + 1).toArray(LongAdder[]::new);
  }

  void record(double value) {
    if (Double.isFinite(value)) {
      int at = Arrays.binarySearch(bounds, value);
      counts[at < 0 ? ~at : at].increment();
      sum.add(value);
    }
  }

  BucketCounts read() {
    return new BucketCounts(Arrays.stream(counts).map(LongAdder::sum).toList(), sum.sum());
  }
}
