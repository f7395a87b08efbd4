package org.nightjar.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Priority;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.Need;
import org.nightjar.api.task.TaskInfo;
import org.nightjar.dispatch.internal.fake.Envelopes;
import org.nightjar.dispatch.internal.fake.LambdaTask;
import org.nightjar.store.EntryState;
import org.nightjar.store.Settled;

/** From pending to settled, through everything but a real store. */
class LedgerWorkTest {
  private static final TaskInfo INFO = TaskInfo.of("test", "Tests", Kind.EXPOSURE);
  private static final Report FINE = Report.builder().build();

  @TempDir Path folder;

  @Test
  void judgesMoreThanFitsIntoTheWindowEachOnce() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (DispatchFixture dispatch = new DispatchFixture(folder)) {
      for (int i = 0; i < 40; i++) {
        dispatch.store.enter(i, dispatch.product("before" + i), "test");
      }
      dispatch.add(
          INFO,
          "1.0.0",
          (product, context) -> {
            calls.incrementAndGet();
            return FINE;
          });
      for (int i = 0; i < 40; i++) {
        dispatch.store.enter(100 + i, dispatch.product("after" + i), "test");
      }
      // Nobody is told of this one: the sweep finds it.
      dispatch.store.put(1000, dispatch.product("untold"), "test");

      await().until(() -> dispatch.store.settled().size() == 81);
      assertThat(dispatch.store.settled()).allMatch(end -> end.state() == EntryState.REPORTED);
      assertThat(calls).hasValue(81);
      assertThat(dispatch.reader.closed).hasValue(dispatch.reader.opened.get());
    }
  }

  @Test
  void theSameKeyIsNotComputedTwiceAndAnotherConfigurationIs() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (DispatchFixture dispatch = new DispatchFixture(folder)) {
      dispatch.add(
          INFO,
          "1.0.0",
          (product, context) -> {
            calls.incrementAndGet();
            return FINE;
          });
      dispatch.store.enter(1, dispatch.product("one"), "test");
      await().until(() -> dispatch.store.settled().size() == 1);
      dispatch.store.enter(2, dispatch.product("one"), "test");
      await().until(() -> dispatch.store.settled().size() == 2);
      dispatch.profile.setGain(2.0);
      dispatch.store.enter(3, dispatch.product("one"), "test");
      await().until(() -> dispatch.store.settled().size() == 3);

      assertThat(dispatch.store.settled().stream().map(Settled::state))
          .containsExactly(EntryState.REPORTED, EntryState.DUPLICATE, EntryState.REPORTED);
      assertThat(calls).hasValue(2);
      assertThat(dispatch.store.reports()).hasSize(2);
    }
  }

  @Test
  void whateverATaskThrowsIsAQuarantinedProductWithAReason() throws Exception {
    assertThat(
            problem(
                (product, context) -> {
                  throw NightjarException.of(StandardError.TRUNCATED, "too short", "", "again");
                }))
        .returns("TRUNCATED", Problem::code)
        .satisfies(problem -> assertThat(problem.place()).endsWith("TRUNCATED"));
    assertThat(
            problem(
                (product, context) -> {
                  throw new IllegalStateException("oops");
                }))
        .returns("TASK_FAILED", Problem::code)
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains("java.lang.IllegalStateException: oops")
                    .contains("LedgerWorkTest"));
    assertThat(problem((product, context) -> deeper(1)))
        .returns("TASK_FAILED", Problem::code)
        .satisfies(problem -> assertThat(problem.message()).contains("StackOverflowError"));
    assertThat(
            problem(
                (product, context) -> {
                  throw new NoClassDefFoundError("some/Gone");
                }))
        .satisfies(problem -> assertThat(problem.message()).contains("some/Gone"));
    assertThat(
            problem(
                (product, context) -> {
                  throw new OutOfMemoryError("heap");
                }))
        .returns("OUT_OF_MEMORY", Problem::code);
    assertThat(problem((product, context) -> null)).returns("CONTRACT_BROKEN", Problem::code);
    assertThat(
            problem(
                (product, context) ->
                    Report.builder()
                        .attach(new Attachment("a.png", "image/png", "0".repeat(64), 1))
                        .build()))
        .returns("CONTRACT_BROKEN", Problem::code);
    assertThat(
            problem(
                (product, context) -> {
                  throw new InterruptedException("for fun");
                }))
        .returns("TASK_FAILED", Problem::code);
  }

  private static Report deeper(int level) {
    return level < 0 ? FINE : deeper(Math.abs(level) + 1);
  }

  private Problem problem(LambdaTask.Body body) throws IOException {
    return problem(
        body,
        dispatch -> {
          try {
            return dispatch.product("TRUNCATED");
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private Problem problem(LambdaTask.Body body, Function<DispatchFixture, Envelope> product) {
    try (DispatchFixture dispatch = new DispatchFixture(folder)) {
      dispatch.add(INFO, "1.0.0", body);
      dispatch.store.enter(1, product.apply(dispatch), "test");
      await().until(() -> dispatch.store.settled().size() == 1);
      Settled end = dispatch.store.settled().get(0);
      assertThat(end.state()).isEqualTo(EntryState.QUARANTINED);
      return end.problem().orElseThrow();
    }
  }

  @Test
  void aFileThatVanishedOrChangedIsQuarantinedWithARemedy() throws Exception {
    Problem gone = problem((product, context) -> FINE, dispatch -> Envelopes.of("gone"));
    assertThat(gone.code()).isEqualTo("UNREADABLE");
    assertThat(gone.remedy()).isNotEmpty();

    Path other = Files.writeString(folder.resolve("other"), "something else");
    assertThat(
            problem(
                    (product, context) -> FINE,
                    dispatch -> Envelopes.of("other", other.toUri(), Priority.BULK))
                .code())
        .isEqualTo("CORRUPT");
    assertThat(
            problem(
                    (product, context) -> {
                      append(Path.of(product.ref().uri()));
                      return FINE;
                    })
                .message())
        .contains("changed while it was read");
  }

  private static void append(Path file) {
    try {
      Files.writeString(file, "grid and more of it");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aPassedDeadlineIsNotEvenTried() throws Exception {
    Problem late =
        problem(
            (product, context) -> FINE,
            dispatch -> Envelopes.until(Instant.EPOCH, Envelopes.of("late")));

    assertThat(late.code()).isEqualTo("DEADLINE_PASSED");
  }

  @Test
  void aTaskThatTakesTooLongIsInterrupted() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (DispatchFixture dispatch =
        new DispatchFixture(
            folder, Duration.ofMillis(50), Duration.ofSeconds(60), Duration.ofMillis(100))) {
      dispatch.add(
          INFO,
          "1.0.0",
          (product, context) -> {
            never.await();
            return FINE;
          });
      dispatch.store.enter(1, dispatch.product("slow"), "test");
      await().until(() -> dispatch.store.settled().size() == 1);

      assertThat(dispatch.store.settled().get(0).problem().orElseThrow().code())
          .isEqualTo("TASK_TIMED_OUT");
    }
  }

  @Test
  void aTaskThatIgnoresInterruptsIsGivenUpAndOthersGoOn() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    try (DispatchFixture dispatch =
        new DispatchFixture(
            folder, Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(100))) {
      dispatch.add(
          INFO.withConcurrency(1),
          "1.0.0",
          (product, context) -> {
            if (calls.incrementAndGet() == 1) {
              hang(release);
            }
            return FINE;
          });
      dispatch.store.enter(1, dispatch.product("hanging"), "test");
      dispatch.store.enter(2, dispatch.product("next"), "test");
      await().until(() -> dispatch.store.settled().size() == 2);
      release.countDown();

      assertThat(dispatch.store.settled().stream().map(Settled::state))
          .containsExactlyInAnyOrder(EntryState.QUARANTINED, EntryState.REPORTED);
    }
  }

  private static void hang(CountDownLatch release) {
    while (release.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aReportWaitsForTheReportItNeeds() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (DispatchFixture dispatch = new DispatchFixture(folder)) {
      Need.Reports need = new Need.Reports("first");
      dispatch.add(
          TaskInfo.of("second", "Comes second", Kind.EXPOSURE).withNeeds(need),
          "1.0.0",
          (product, context) ->
              Report.builder().measure("seen", context.reports(need).size(), "").build());
      dispatch.add(
          TaskInfo.of("first", "Comes first", Kind.EXPOSURE),
          "1.0.0",
          (product, context) -> {
            gate.await();
            return FINE;
          });
      dispatch.store.enter(7, dispatch.product("one"), "second", "first");
      await().during(Duration.ofMillis(50)).until(() -> dispatch.store.settled().isEmpty());
      gate.countDown();
      await().until(() -> dispatch.store.settled().size() == 2);

      assertThat(dispatch.store.reports().get(1).report().measurements().get("seen").value())
          .isEqualTo(1.0);
      assertThat(dispatch.store.reports().get(1).provenance().needs())
          .containsEntry(need.toString(), dispatch.store.reports().get(0).key());
    }
  }

  @Test
  void whatTheStoreDoesNotTakeStaysPendingAndIsTriedAgain() throws Exception {
    try (DispatchFixture dispatch = new DispatchFixture(folder)) {
      dispatch.add(INFO, "1.0.0", (product, context) -> FINE);
      dispatch.store.fail(2);
      dispatch.store.enter(1, dispatch.product("one"), "test");
      dispatch.store.enter(2, dispatch.product("two"), "test");

      await().until(() -> dispatch.store.settled().size() == 2);
      assertThat(dispatch.store.settled()).allMatch(end -> end.state() == EntryState.REPORTED);
    }
  }

  @Test
  void aPluginThatGoesAwayLeavesItsWorkToTheNextVersion() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    try (DispatchFixture dispatch = new DispatchFixture(folder)) {
      long old =
          dispatch.add(
              INFO,
              "1.0.0",
              (product, context) -> {
                entered.countDown();
                never.await();
                return FINE;
              });
      dispatch.store.enter(1, dispatch.product("one"), "test");
      entered.await();
      dispatch.workshop.traffic().remove(old);
      assertThat(dispatch.store.settled()).isEmpty();
      dispatch.add(INFO, "0.9.0", (product, context) -> FINE);

      await().until(() -> dispatch.store.settled().size() == 1);
      assertThat(dispatch.store.reports())
          .extracting(report -> report.provenance().pluginVersion())
          .isEqualTo(List.of("0.9.0"));
    }
  }
}
