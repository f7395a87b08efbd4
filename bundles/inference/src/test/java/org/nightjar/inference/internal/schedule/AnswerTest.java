package org.nightjar.inference.internal.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Prediction;

@Timeout(20)
class AnswerTest {
  private static final Prediction SOME = Prediction.of(Map.of(), List.of(), "here");
  private static final Prediction OTHER = Prediction.of(Map.of(), List.of(), "there");

  private final List<Runnable> later = new ArrayList<>();
  private final Executor callbacks = later::add;
  private final Answer answer = new Answer(callbacks);

  private static NightjarException failure() {
    return NightjarException.of(StandardError.INTERNAL, "no", "", "");
  }

  @Test
  void whoWaitsIsWokenWhateverHangsOnTheFuture() throws Exception {
    AtomicReference<Thread> caller = new AtomicReference<>();
    answer.thenRun(() -> caller.set(Thread.currentThread()));
    CompletableFuture<Prediction> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return answer.get();
              } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
              }
            });
    answer.give(SOME);
    assertThat(waiting.get()).isSameAs(SOME);
    later.forEach(Runnable::run);
    assertThat(caller.get()).isNotNull();
  }

  @Test
  void whatHangsOnTheFutureIsNotTheWorkersBusiness() {
    AtomicInteger called = new AtomicInteger();
    answer.thenRun(called::incrementAndGet);
    answer.give(SOME);
    assertThat(called).hasValue(0);
    later.forEach(Runnable::run);
    assertThat(called).hasValue(1);
  }

  @Test
  void withoutAnythingThatHangsOnItNoOtherThreadIsNeeded() {
    answer.give(SOME);
    assertThat(later).isEmpty();
    assertThat(answer).isCompletedWithValue(SOME);
  }

  @Test
  void theFirstAnswerCounts() throws Exception {
    assertThat(answer.give(SOME)).isTrue();
    assertThat(answer.give(OTHER)).isFalse();
    assertThat(answer.fail(failure())).isFalse();
    assertThat(answer.get()).isSameAs(SOME);
    assertThat(answer.join()).isSameAs(SOME);
  }

  @Test
  void aFailureIsThrown() {
    answer.fail(failure());
    assertThatThrownBy(answer::get).hasCauseInstanceOf(NightjarException.class);
    assertThatThrownBy(answer::join).hasCauseInstanceOf(NightjarException.class);
  }

  @Test
  void aRecourseMayAnswerInstead() throws Exception {
    answer.beforeFailing(
        reason -> {
          answer.give(OTHER);
          return false;
        });
    assertThat(answer.fail(failure())).isFalse();
    assertThat(answer.get()).isSameAs(OTHER);
  }

  @Test
  void aRecourseIsTriedOnce() {
    answer.beforeFailing(reason -> false);
    answer.fail(failure());
    assertThat(answer).isNotDone();
    answer.fail(failure());
    assertThat(answer).isCompletedExceptionally();
  }

  @Test
  void cancellingWithdrawsEvenIfThatIsSaidLater() {
    AtomicInteger withdrawn = new AtomicInteger();
    AtomicInteger over = new AtomicInteger();
    answer.onOver(value -> over.incrementAndGet());
    answer.onCancel(withdrawn::incrementAndGet);
    assertThat(answer.cancel(true)).isTrue();
    assertThat(answer.cancel(true)).as("it is cancelled").isTrue();
    assertThat(withdrawn).as("but withdrawn once").hasValue(1);
    assertThat(over).hasValue(1);
    assertThatThrownBy(answer::get).isInstanceOf(CancellationException.class);
    Answer early = new Answer(callbacks);
    early.cancel(true);
    early.onCancel(withdrawn::incrementAndGet);
    assertThat(withdrawn).hasValue(2);
    assertThat(answer.give(SOME)).as("too late").isFalse();
  }

  @Test
  void waitingHasItsLimit() {
    assertThatThrownBy(() -> answer.get(1, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }
}
