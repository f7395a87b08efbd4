package org.nightjar.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Kind;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.BatchItem;
import org.nightjar.api.task.BatchTask;
import org.nightjar.api.task.TaskInfo;
import org.nightjar.dispatch.internal.examine.Served;
import org.nightjar.dispatch.internal.fake.Envelopes;
import org.nightjar.dispatch.internal.lane.Slot;
import org.nightjar.plugins.PluginIdentity;

/** Products judged at once for somebody who waits. */
class QuestionTest {
  private static final TaskInfo INFO = TaskInfo.of("test", "Tests", Kind.EXPOSURE);
  private static final Report FINE = Report.builder().build();

  @TempDir Path folder;

  @Test
  void aQuestionIsAnsweredWithoutTheStore() throws Exception {
    try (DispatchFixture dispatch = new DispatchFixture(folder)) {
      dispatch.add(INFO, "1.2.3", (product, context) -> FINE);
      FiledReport report = dispatch.ask("test", dispatch.product("one")).get(20, TimeUnit.SECONDS);

      assertThat(report.report()).isEqualTo(FINE);
      assertThat(report.key()).matches("[0-9a-f]{64}");
      assertThat(report.provenance().plugin()).isEqualTo("test.plugin");
      assertThat(report.provenance().pluginVersion()).isEqualTo("1.2.3");
      assertThat(dispatch.store.settled()).isEmpty();
      assertThat(dispatch.store.reports()).isEmpty();
    }
  }

  @Test
  void refusalsSayWhy() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (DispatchFixture dispatch = new DispatchFixture(folder)) {
      long service =
          dispatch.add(
              INFO.withConcurrency(1),
              "1.0.0",
              (product, context) -> {
                gate.await();
                return FINE;
              });
      dispatch.add(
          TaskInfo.of("alerts", "Wants alerts", Kind.ALERT), "1.0.0", (product, context) -> FINE);
      assertThatThrownBy(() -> dispatch.ask("alerts", dispatch.product("one")).get())
          .hasMessageContaining("UNWANTED");

      List<CompletableFuture<FiledReport>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(dispatch.ask("test", dispatch.product("product" + i)));
      }
      assertThat(answers.stream().filter(CompletableFuture::isCompletedExceptionally))
          .as("beyond the window of 4 and the one in flight")
          .hasSizeBetween(15, 16)
          .allSatisfy(answer -> assertThatThrownBy(answer::get).hasMessageContaining("QUEUE_FULL"));
      gate.countDown();
      await().untilAsserted(() -> assertThat(answers).allMatch(CompletableFuture::isDone));

      dispatch.workshop.traffic().remove(service);
      assertThatThrownBy(() -> dispatch.ask("test", dispatch.product("one")).get())
          .hasMessageContaining("UNAVAILABLE");
    }
  }

  @Test
  void whoWaitsWhenTheDispatcherStopsIsTold() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CompletableFuture<FiledReport> inside;
    CompletableFuture<FiledReport> waiting;
    try (DispatchFixture dispatch = new DispatchFixture(folder)) {
      dispatch.add(
          INFO.withConcurrency(1),
          "1.0.0",
          (product, context) -> {
            entered.countDown();
            new CountDownLatch(1).await();
            return FINE;
          });
      inside = dispatch.ask("test", dispatch.product("one"));
      entered.await();
      waiting = dispatch.ask("test", dispatch.product("two"));
    }

    assertThatThrownBy(inside::get).hasMessageContaining("CANCELLED");
    assertThatThrownBy(waiting::get).hasMessageContaining("CANCELLED");
  }

  /** Fails odd ones, forgets those that say so, and dies of those that say that. */
  private record Batches(ConcurrentLinkedQueue<Integer> sizes) implements BatchTask {
    @Override
    public TaskInfo info() {
      return INFO.withBatches(8, Duration.ZERO).withConcurrency(1);
    }

    @Override
    public void examine(List<BatchItem> items) {
      sizes.add(items.size());
      for (BatchItem item : items) {
        String name = Path.of(item.product().ref().uri()).getFileName().toString();
        if (name.startsWith("bad")) {
          item.fail(NightjarException.of(StandardError.CORRUPT, "bad one", "", ""));
        } else if (name.startsWith("death")) {
          throw new IllegalStateException("died");
        } else if (!name.startsWith("forgotten")) {
          item.report(FINE);
          item.report(null);
        }
      }
    }
  }

  @Test
  void oneBadItemOfABatchFailsAlone() throws Exception {
    Batches task = new Batches(new ConcurrentLinkedQueue<>());
    try (DispatchFixture dispatch = new DispatchFixture(folder)) {
      dispatch
          .workshop
          .traffic()
          .add(
              Served.of(task, new PluginIdentity("test.plugin", "1.0.0"), Map.of()),
              new Slot.Origin(1, 1, 0));
      List<CompletableFuture<FiledReport>> answers = new ArrayList<>();
      for (String name : List.of("good1", "bad", "good2", "forgotten", "good3")) {
        answers.add(dispatch.ask("test", dispatch.product(name)));
      }
      answers.add(dispatch.ask("test", Envelopes.of("nofile")));
      await().until(() -> answers.stream().allMatch(CompletableFuture::isDone));

      assertThat(answers.stream().filter(answer -> !answer.isCompletedExceptionally())).hasSize(3);
      assertThatThrownBy(answers.get(1)::get).hasMessageContaining("CORRUPT: bad one");
      assertThatThrownBy(answers.get(3)::get).hasMessageContaining("CONTRACT_BROKEN");
      assertThatThrownBy(answers.get(5)::get).hasMessageContaining("UNREADABLE");
      CompletableFuture<FiledReport> death = dispatch.ask("test", dispatch.product("death"));
      assertThatThrownBy(death::get).hasMessageContaining("TASK_FAILED");
      assertThat(task.sizes()).allMatch(size -> size <= 8);
    }
  }
}
