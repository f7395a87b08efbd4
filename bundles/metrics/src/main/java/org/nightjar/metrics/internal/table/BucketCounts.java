package org.nightjar.metrics.internal.table;

import java.util.List;

/**
 * What a distribution has counted.
 *
 * @param counts values in each bucket alone; the last one is above all bounds
 * @param sum of all values
 */
public record BucketCounts(List<Long> counts, double sum) {
  /** Copies the counts. */
  public BucketCounts {
    counts = List.copyOf(counts);
  }
}
