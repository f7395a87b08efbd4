package org.nightjar.dispatch.internal.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nightjar.api.product.Region;
import org.nightjar.api.task.PixelLease;
import org.nightjar.dispatch.internal.fake.GridPart;

class PixelPoolTest {
  /** 32 x 32 pixels of 4 bytes. */
  private static final Region QUARTER = Region.of(0, 0, 32, 32);

  private static final Region OTHER = Region.of(32, 32, 64, 64);
  private static final long QUARTER_BYTES = 4096;

  private final AtomicInteger decoded = new AtomicInteger();
  private final GridPart part = new GridPart(0, decoded);

  @Test
  void pixelsAreDecodedOnceWhileSomebodyHoldsThem() throws Exception {
    PixelPool pool = new PixelPool(2 * QUARTER_BYTES);
    PixelLease one = pool.lease(part, QUARTER);
    PixelLease two = pool.lease(part, QUARTER);
    assertThat(decoded).hasValue(1);
    assertThat(one.values().get(33)).isEqualTo(65f);
    assertThat(one.values().isReadOnly()).isTrue();
    assertThat(one.values()).isNotSameAs(one.values());
    assertThat(pool.freeBytes()).isEqualTo(QUARTER_BYTES);
    one.close();
    one.close();
    assertThat(two.values().get(0)).isZero();
    assertThat(pool.freeBytes()).isEqualTo(QUARTER_BYTES);
    two.close();

    assertThat(pool.freeBytes()).isEqualTo(2 * QUARTER_BYTES);
    pool.lease(part, QUARTER).close();
    assertThat(decoded).hasValue(2);
  }

  @Test
  void whoHoldsNothingWaitsForMemory() throws Exception {
    PixelPool pool = new PixelPool(QUARTER_BYTES);
    PixelLease held = pool.lease(part, QUARTER);
    CompletableFuture<PixelLease> waiting = CompletableFuture.supplyAsync(() -> lease(pool, OTHER));
    await().during(Duration.ofMillis(30)).until(() -> !waiting.isDone());
    held.close();

    waiting.get(20, TimeUnit.SECONDS).close();
    assertThat(pool.freeBytes()).isEqualTo(QUARTER_BYTES);
  }

  @Test
  void whoHoldsSomeDoesNotWaitForEver() throws Exception {
    PixelPool pool = new PixelPool(QUARTER_BYTES, Duration.ofMillis(20));
    try (PixelLease held = pool.lease(part, QUARTER)) {
      assertThatThrownBy(() -> pool.lease(part, OTHER))
          .hasMessageContaining("OUT_OF_MEMORY")
          .hasMessageContaining("close leases");
    }
    pool.lease(part, OTHER).close();
  }

  @Test
  void moreThanThereIsIsRefusedAtOnce() {
    PixelPool pool = new PixelPool(QUARTER_BYTES);

    assertThatThrownBy(() -> pool.lease(part, part.region())).hasMessageContaining("OUT_OF_MEMORY");
    assertThatThrownBy(() -> pool.lease(part, Region.of(0, 0, 100_000, 100_000)))
        .hasMessageContaining("BAD_ARGUMENT");
    assertThat(pool.freeBytes()).isEqualTo(QUARTER_BYTES);
  }

  private static PixelLease lease(PixelPool pool, Region region) {
    try {
      return pool.lease(new GridPart(1, new AtomicInteger()), region);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
