package org.nightjar.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.Kind;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.TaskInfo;

class QuiesceTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final AtomicInteger calls = new AtomicInteger();
  private final CountDownLatch goOn = new CountDownLatch(1);

  /** Two tasks with two threads each, all of them busy, and a backlog for both. */
  private DispatchFixture busy() throws Exception {
    DispatchFixture dispatch = new DispatchFixture(folder);
    for (String task : new String[] {"one", "two"}) {
      for (int i = 0; i < 20; i++) {
        dispatch.store.enter(calls.get() + i, dispatch.product(task + i), task);
      }
      int before = calls.get();
      dispatch.add(
          TaskInfo.of(task, "Tests", Kind.EXPOSURE),
          "1.0.0",
          (product, context) -> {
            calls.incrementAndGet();
            goOn.await();
            return Report.builder().build();
          });
      await().until(() -> calls.get() == before + 2);
    }
    return dispatch;
  }

  @Test
  void finishesWhatIsInFlightAndLeavesTheRestPending() throws Exception {
    try (DispatchFixture dispatch = busy()) {
      CompletableFuture<Boolean> quiet = new CompletableFuture<>();
      Thread stopping =
          new Thread(
              () -> {
                try {
                  quiet.complete(dispatch.workshop.traffic().quiesce(LONG));
                } catch (InterruptedException e) {
                  quiet.completeExceptionally(e);
                }
              });
      stopping.start();
      await()
          .until(
              () ->
                  dispatch.workshop.traffic().lanes().stream()
                      .allMatch(lane -> lane.served().isEmpty()));
      goOn.countDown();
      assertThat(quiet.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(dispatch.store.settled()).hasSize(4);

      dispatch.store.enter(1000, dispatch.product("late"), "one");
      dispatch.workshop.refill().room("one");
      assertThat(calls).hasValue(4);
    }
    assertThat(calls).hasValue(4);
  }

  @Test
  void doesNotWaitForEver() throws Exception {
    try (DispatchFixture dispatch = busy()) {
      assertThat(dispatch.workshop.traffic().quiesce(Duration.ofMillis(20))).isFalse();
      goOn.countDown();
    }
    assertThat(calls).hasValue(4);
  }
}
