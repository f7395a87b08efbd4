package org.nightjar.mmwave.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {
  private final ExecutorService executor = Executors.newFixedThreadPool(3);

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void everyPassRunsOnce() {
    AtomicIntegerArray passes = new AtomicIntegerArray(1000);
    Loop.on(executor, 4).run(1000, passes::incrementAndGet);
    for (int i = 0; i < 1000; i++) {
      assertThat(passes.get(i)).isEqualTo(1);
    }
  }

  @Test
  void failuresAreSeen() {
    assertThatThrownBy(
            () ->
                Loop.on(executor, 4)
                    .run(
                        100,
                        i -> {
                          if (i % 10 == 7) {
                            throw new IllegalStateException("pass " + i);
                          }
                        }))
        .isInstanceOf(IllegalStateException.class);
  }
}
