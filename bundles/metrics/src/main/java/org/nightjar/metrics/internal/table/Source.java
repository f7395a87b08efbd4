package org.nightjar.metrics.internal.table;

import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Foreign code that answers a value. Its failures must not spoil the others' values. */
final class Source {
  private static final Logger LOG = LoggerFactory.getLogger(Source.class);

  private final MeterName name;
  private final DoubleSupplier supplier;
  private volatile boolean complained;

  Source(MeterName name, DoubleSupplier supplier) {
    this.name = name;
    this.supplier = supplier;
  }

  /** The value; NaN if there is none. */
  double read() {
    try {
      return supplier.getAsDouble();
    } catch (RuntimeException | LinkageError e) {
      if (!complained) {
        complained = true;
        LOG.warn("{} cannot be read, and is left out while that is so", name, e);
      }
      return Double.NaN;
    }
  }
}
