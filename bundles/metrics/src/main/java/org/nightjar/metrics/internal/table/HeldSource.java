package org.nightjar.metrics.internal.table;

import org.nightjar.metrics.Meter;

/** A gauge or counter that is read. */
final class HeldSource implements Meter {
  private final MeterTable table;
  private final Owner owner;
  private final Series series;
  private Source source;

  HeldSource(MeterTable table, Owner owner, Series series, Source source) {
    this.table = table;
    this.owner = owner;
    this.series = series;
    this.source = source;
  }

  @Override
  public void close() {
    Source closing = take();
    if (closing != null) {
      boolean counts = series.family().definition().kind() == Kind.COUNTER;
      table.forget(owner, series, closing, counts ? closing.read() : Double.NaN);
    }
  }

  private synchronized Source take() {
    Source taken = source;
    source = null;
    return taken;
  }
}
