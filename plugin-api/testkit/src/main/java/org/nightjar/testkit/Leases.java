package org.nightjar.testkit;

import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.nightjar.api.product.Region;
import org.nightjar.api.task.PixelLease;

/** Counts pixel leases that are still open. */
final class Leases {

  private final AtomicInteger open = new AtomicInteger();

  int open() {
    return open.get();
  }

  PixelLease lease(Region region, FloatBuffer values) {
    open.incrementAndGet();
    return new Counted(region, values, new AtomicBoolean());
  }

  private final class Counted implements PixelLease {

    private final Region region;
    private final FloatBuffer values;
    private final AtomicBoolean closed;

    private Counted(Region region, FloatBuffer values, AtomicBoolean closed) {
      this.region = region;
      this.values = values;
      this.closed = closed;
    }

    @Override
    public Region region() {
      return region;
    }

    @Override
    public FloatBuffer values() {
      if (closed.get()) {
        throw new IllegalStateException("pixels of a lease that was given back");
      }
      return values.duplicate();
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        open.decrementAndGet();
      }
    }
  }
}
