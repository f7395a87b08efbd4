package org.nightjar.metrics.internal.table;

import org.nightjar.metrics.Distribution;

/** One use of a distribution. */
final class HeldDistribution implements Distribution {
  private final MeterTable table;
  private final Owner owner;
  private volatile Series series;

  HeldDistribution(MeterTable table, Owner owner, Series series) {
    this.table = table;
    this.owner = owner;
    this.series = series;
  }

  @Override
  public void record(double value) {
    Series now = series;
    if (now != null) {
      now.record(value);
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
