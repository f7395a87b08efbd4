package org.nightjar.dispatch.internal.product;

import java.nio.FloatBuffer;
import java.time.Duration;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Region;
import org.nightjar.api.task.PixelLease;

/** Pixels in memory, decoded once for all who want the same region at the same time. */
public final class PixelPool {
  private static final Duration HOLDER_WAITS = Duration.ofSeconds(30);

  private final PixelMemory memory;
  private final Shared<Place, Pixels> shared;

  /** A pool of this many bytes. */
  public PixelPool(long bytes) {
    this(bytes, HOLDER_WAITS);
  }

  PixelPool(long bytes, Duration holderWaits) {
    memory = new PixelMemory(bytes, holderWaits);
    shared = new Shared<>(pixels -> memory.giveBack(pixels.grant()));
  }

  private record Pixels(FloatBuffer values, PixelMemory.Grant grant) {}

  /** Parts are told apart by identity: {@link OpenProduct} hands the same ones to all. */
  private record Place(ImagePart part, Region region) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Place place && place.part == part && place.region.equals(region);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(part) + region.hashCode();
    }
  }

  /** Leases pixels; waits for memory. */
  public PixelLease lease(ImagePart part, Region region)
      throws NightjarException, InterruptedException {
    if (region.size() > Integer.MAX_VALUE / Float.BYTES) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          region.size() + " pixels do not fit into one buffer",
          part.info().name(),
          "read the part in several regions");
    }
    Shared.Hold<Pixels> hold = shared.hold(new Place(part, region), () -> decode(part, region));
    return new Lease(region, hold);
  }

  /** How many bytes are free. */
  public long freeBytes() {
    return memory.freeBytes();
  }

  private Pixels decode(ImagePart part, Region region)
      throws NightjarException, InterruptedException {
    PixelMemory.Grant grant = memory.take(region.size() * Float.BYTES);
    boolean read = false;
    try {
      FloatBuffer values = FloatBuffer.allocate((int) region.size());
      part.read(region, values);
      read = true;
      return new Pixels(values.flip().asReadOnlyBuffer(), grant);
    } finally {
      if (!read) {
        memory.giveBack(grant);
      }
    }
  }

  private record Lease(Region region, Shared.Hold<Pixels> hold) implements PixelLease {
    @Override
    public FloatBuffer values() {
      return hold.value().values().duplicate();
    }

    @Override
    public void close() {
      hold.close();
    }
  }
}
