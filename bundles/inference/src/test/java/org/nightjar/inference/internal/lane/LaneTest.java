package org.nightjar.inference.internal.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.nightjar.api.product.Priority;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Slot;
import org.nightjar.inference.internal.preprocess.InputSpec;
import org.nightjar.inference.internal.preprocess.Layout;
import org.nightjar.inference.internal.preprocess.Preprocessing;
import org.nightjar.inference.internal.trust.Derivations;

@Timeout(30)
class LaneTest {
  private static final Instant START = Instant.parse("2026-11-20T22:00:00Z");
  private static final int MAX_BATCH = 8;
  private static final int QUEUE = 16;

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final FakeSession session = new FakeSession();
  private Lane lane;

  @BeforeEach
  void open() throws NightjarException {
    lane = lane(Duration.ofSeconds(10));
  }

  @AfterEach
  void close() {
    session.gate.release(10_000);
    lane.close();
    assertThat(session.openRunners).hasValue(0);
  }

  private Lane lane(Duration grace) throws NightjarException {
    InputSpec input = new InputSpec("x", List.of(1), Layout.FEATURES, List.of("v"), List.of());
    return new Lane(
        "fake@1",
        session,
        new Preprocessing(List.of(input)),
        new Ports(List.of(new Slot("x", List.of(1))), List.of(new Slot("y", List.of(1)))),
        Derivations.NONE,
        "fake:0",
        new LaneSettings(MAX_BATCH, 1, QUEUE, grace),
        Runnable::run,
        now::get);
  }

  private CompletableFuture<Prediction> submit(float value) {
    return submit(value, Urgency.BULK);
  }

  private CompletableFuture<Prediction> submit(float value, Urgency urgency) {
    return lane.submit(new Sample(Map.of("v", Tensor.of(new float[] {value}))), urgency);
  }

  /** Occupies the one worker, so that what is submitted next waits. */
  private CompletableFuture<Prediction> occupy() {
    CompletableFuture<Prediction> first = submit(0);
    session.entered.acquireUninterruptibly();
    return first;
  }

  private static float value(CompletableFuture<Prediction> future) throws Exception {
    return future.get().outputs().get("y").at(0);
  }

  private static String code(CompletableFuture<Prediction> future) throws InterruptedException {
    try {
      future.get();
      return "none";
    } catch (ExecutionException e) {
      return ((NightjarException) e.getCause()).problem().code();
    }
  }

  @Test
  void whatWaitsIsRunTogether() throws Exception {
    CompletableFuture<Prediction> first = occupy();
    List<CompletableFuture<Prediction>> rest = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      rest.add(submit(i));
    }
    session.gate.release(3);
    assertThat(value(first)).isEqualTo(0);
    for (int i = 1; i <= 10; i++) {
      assertThat(value(rest.get(i - 1))).isEqualTo(2 * i);
    }
    assertThat(session.runs).extracting(List::size).containsExactly(1, MAX_BATCH, 2);
  }

  @Test
  void theDeviceIsNamed() throws Exception {
    session.gate.release();
    assertThat(submit(1).get().device()).isEqualTo("fake:0");
  }

  @Test
  void oneBadRequestFailsAlone() throws Exception {
    CompletableFuture<Prediction> first = occupy();
    List<CompletableFuture<Prediction>> rest = new ArrayList<>();
    for (int i = 0; i < MAX_BATCH; i++) {
      rest.add(submit(i == 5 ? FakeSession.POISON : i));
    }
    session.gate.release(1000);
    first.get();
    for (int i = 0; i < MAX_BATCH; i++) {
      if (i == 5) {
        assertThat(code(rest.get(i))).isEqualTo("INTERNAL");
      } else {
        assertThat(value(rest.get(i))).isEqualTo(2 * i);
      }
    }
  }

  @Test
  void anOutputThatIsNotFiniteFailsItsRequestAlone() throws Exception {
    CompletableFuture<Prediction> first = occupy();
    CompletableFuture<Prediction> bad = submit(-1);
    CompletableFuture<Prediction> good = submit(4);
    session.gate.release(10);
    first.get();
    assertThat(code(bad)).isEqualTo("CONTRACT_BROKEN");
    assertThat(value(good)).isEqualTo(8);
  }

  @Test
  void aSampleThatDoesNotFitIsRefusedAtOnce() throws Exception {
    CompletableFuture<Prediction> bad = lane.submit(new Sample(Map.of()), Urgency.BULK);
    assertThat(bad).isCompletedExceptionally();
    assertThat(code(bad)).isEqualTo("BAD_ARGUMENT");
  }

  @Test
  void aPassedDeadlineIsRefusedAtOnceOrWhenItsTurnComes() throws Exception {
    Urgency soon = new Urgency(Priority.LIVE, Optional.of(START.plusSeconds(1)));
    CompletableFuture<Prediction> first = occupy();
    CompletableFuture<Prediction> waiting = submit(1, soon);
    now.set(START.plusSeconds(1));
    assertThat(code(submit(2, soon))).isEqualTo("DEADLINE_PASSED");
    session.gate.release(10);
    first.get();
    assertThat(code(waiting)).isEqualTo("DEADLINE_PASSED");
    assertThat(session.runs).doesNotContain(List.of(1f));
  }

  @Test
  void aFullQueueRefuses() throws Exception {
    CompletableFuture<Prediction> first = occupy();
    for (int i = 0; i < QUEUE; i++) {
      assertThat(submit(i)).isNotCompletedExceptionally();
    }
    assertThat(code(submit(99))).isEqualTo("QUEUE_FULL");
    assertThat(first).isNotDone();
  }

  @Test
  void cancellingWithdrawsAndMakesRoom() throws Exception {
    CompletableFuture<Prediction> first = occupy();
    List<CompletableFuture<Prediction>> waiting = new ArrayList<>();
    for (int i = 0; i < QUEUE; i++) {
      waiting.add(submit(100 + i));
    }
    assertThat(waiting.get(3).cancel(false)).isTrue();
    assertThat(lane.waiting()).isEqualTo(QUEUE - 1);
    assertThat(submit(50)).isNotCompletedExceptionally();
    session.gate.release(100);
    first.get();
    assertThat(value(waiting.get(QUEUE - 1))).isEqualTo(2 * (100 + QUEUE - 1));
    assertThat(session.runs).noneMatch(run -> run.contains(103f));
  }

  @Test
  void urgentRequestsGoFirst() throws Exception {
    CompletableFuture<Prediction> first = occupy();
    CompletableFuture<Prediction> bulk = submit(1, Urgency.BULK);
    CompletableFuture<Prediction> seen =
        submit(2, new Urgency(Priority.INTERACTIVE, Optional.empty()));
    CompletableFuture<Prediction> live = submit(3, new Urgency(Priority.LIVE, Optional.empty()));
    session.gate.release(10);
    CompletableFuture.allOf(first, bulk, seen, live).get();
    assertThat(session.runs.get(1)).containsExactly(3f, 2f, 1f);
  }

  @Test
  void stoppingFinishesWhatWaitsAndRefusesMore() throws Exception {
    CompletableFuture<Prediction> first = occupy();
    CompletableFuture<Prediction> waiting = submit(7);
    session.gate.release(10);
    assertThat(lane.stop()).isTrue();
    assertThat(value(first)).isEqualTo(0);
    assertThat(value(waiting)).isEqualTo(14);
    assertThat(code(submit(1))).isEqualTo("UNAVAILABLE");
    lane = lane(Duration.ofSeconds(10));
  }

  @Test
  void stoppingDoesNotWaitForARunThatHangs() throws Exception {
    session.gate.release(10);
    lane.close();
    session.gate.drainPermits();
    lane = lane(Duration.ofMillis(50));
    CompletableFuture<Prediction> hanging = occupy();
    CompletableFuture<Prediction> waiting = submit(7);
    assertThat(lane.stop()).isTrue();
    assertThat(code(waiting)).isEqualTo("UNAVAILABLE");
    assertThat(code(hanging)).isEqualTo("INTERNAL");
    lane = lane(Duration.ofSeconds(10));
  }
}
