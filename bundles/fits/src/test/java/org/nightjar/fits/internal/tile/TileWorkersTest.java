package org.nightjar.fits.internal.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

class TileWorkersTest {
  private static final int PIECES = 500;

  @Test
  void eachPieceIsDoneOnceEvenAfterTheHelpersHaveGone() throws Exception {
    TileWorkers workers = new TileWorkers();
    AtomicIntegerArray done = new AtomicIntegerArray(PIECES);
    workers.run(PIECES, true, "here", (index, scratch) -> done.incrementAndGet(index));
    workers.close();
    workers.run(PIECES, true, "here", (index, scratch) -> done.incrementAndGet(index));
    for (int i = 0; i < PIECES; i++) {
      assertThat(done.get(i)).isEqualTo(2);
    }
  }

  @Test
  void theFirstFailureInOrderIsTheOneReported() {
    try (TileWorkers workers = new TileWorkers()) {
      NightjarException wrong =
          catchThrowableOfType(
              NightjarException.class,
              () ->
                  workers.run(
                      PIECES,
                      true,
                      "here",
                      (index, scratch) -> {
                        if (index >= 100) {
                          throw NightjarException.of(
                              StandardError.CORRUPT, "piece " + index, "here", "");
                        }
                      }));
      assertThat(wrong.problem().message()).isEqualTo("piece 100");
    }
  }

  @Test
  void anInterruptedCallerIsTold() {
    try (TileWorkers workers = new TileWorkers()) {
      Thread.currentThread().interrupt();
      NightjarException wrong =
          catchThrowableOfType(
              NightjarException.class,
              () -> workers.run(PIECES, false, "here", (index, scratch) -> {}));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(wrong.problem().code()).isEqualTo("CANCELLED");
    }
  }
}
