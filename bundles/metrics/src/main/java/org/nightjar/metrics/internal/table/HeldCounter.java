package org.nightjar.metrics.internal.table;

import org.nightjar.metrics.Counter;

/** One use of a counter. */
final class HeldCounter implements Counter {
  private final MeterTable table;
  private final Owner owner;
  private volatile Series series;

  HeldCounter(MeterTable table, Owner owner, Series series) {
    this.table = table;
    this.owner = owner;
    this.series = series;
  }

  @Override
  public void add(double amount) {
    Series now = series;
    if (now != null && amount > 0 && amount < Double.POSITIVE_INFINITY) {
      now.add(amount);
    }
  }

  @Override
  public synchronized void close() {
    if (series != null) {
      table.letGo(owner, series);
      series = null;
    }
  }
}
