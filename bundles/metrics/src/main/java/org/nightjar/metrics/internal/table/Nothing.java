package org.nightjar.metrics.internal.table;

import org.nightjar.metrics.Counter;
import org.nightjar.metrics.Distribution;

/** What there is when there is no room, or nobody to count for: work must never fail by it. */
enum Nothing implements Counter, Distribution {
  NOTHING;

  @Override
  public void add(double amount) {}

  @Override
  public void record(double value) {}

  @Override
  public void close() {}
}
