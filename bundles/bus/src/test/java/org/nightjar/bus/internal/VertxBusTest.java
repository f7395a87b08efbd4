package org.nightjar.bus.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.bus.Address;
import org.nightjar.bus.Bus;
import org.nightjar.bus.Registration;
import org.nightjar.bus.Topic;

class VertxBusTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir static Path folder;

  private static EventLoops loops;
  private static Bus bus;

  record Question(String text, Object carried) {}

  record Answer(String text, Object carried) {}

  @BeforeAll
  static void start() {
    loops = EventLoops.start(folder);
    bus = new VertxBus(loops.vertx());
  }

  @AfterAll
  static void stop() {
    loops.close();
  }

  private static Address<Question, Answer> address(String name) {
    return new Address<>(name, Question.class, Answer.class);
  }

  @Test
  void answersByReference() throws Exception {
    Object carried = new Object();
    try (Registration served =
        bus.serve(
            address("echo"),
            question ->
                CompletableFuture.completedFuture(
                    new Answer(question.text(), question.carried())))) {
      Answer answer = bus.request(address("echo"), new Question("hello", carried), LONG).get();

      assertThat(answer.text()).isEqualTo("hello");
      assertThat(answer.carried()).isSameAs(carried);
    }
  }

  @Test
  void handlersSeeNoForeignContextClassLoader() throws Exception {
    CompletableFuture<ClassLoader> seen = new CompletableFuture<>();
    ClassLoader foreign = new ClassLoader(null) {};
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(foreign);
    Topic<String> topic = new Topic<>("loader", String.class);
    try (Registration listening =
        bus.subscribe(
            topic, text -> seen.complete(Thread.currentThread().getContextClassLoader()))) {
      bus.publish(topic, "look");

      assertThat(seen.get(20, TimeUnit.SECONDS)).isNotSameAs(foreign);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void carriesTheProblemOfTheOwner() {
    Problem problem =
        Problem.of(StandardError.QUEUE_FULL, "64 products wait", "task.x", "try again");
    try (Registration served =
        bus.serve(
            address("full"),
            question -> CompletableFuture.failedFuture(new NightjarException(problem)))) {
      assertThat(failure(address("full"), LONG)).isEqualTo(problem);
    }
  }

  @Test
  void callsOtherFailuresInternal() {
    try (Registration served =
        bus.serve(
            address("broken"),
            question -> {
              throw new IllegalArgumentException("oops");
            })) {
      Problem problem = failure(address("broken"), LONG);

      assertThat(problem.code()).isEqualTo("INTERNAL");
      assertThat(problem.message()).contains("oops");
    }
  }

  @Test
  void saysAtOnceWhenNobodyOwnsTheAddress() {
    assertThat(failure(address("nobody"), LONG).code()).isEqualTo("UNAVAILABLE");
  }

  @Test
  void givesUpAfterTheTimeGiven() {
    try (Registration served = bus.serve(address("mute"), question -> new CompletableFuture<>())) {
      assertThat(failure(address("mute"), Duration.ofMillis(20)).code())
          .isEqualTo("DEADLINE_PASSED");
    }
  }

  @Test
  void anAddressHasOneOwnerAtATime() {
    Registration first = bus.serve(address("one"), question -> new CompletableFuture<>());
    assertThatIllegalStateException()
        .isThrownBy(() -> bus.serve(address("one"), question -> new CompletableFuture<>()));

    first.close();
    first.close();

    bus.serve(address("one"), question -> new CompletableFuture<>()).close();
    assertThat(failure(address("one"), LONG).code()).isEqualTo("UNAVAILABLE");
  }

  @Test
  void tellsEventsInOrderToAllAndNoneAfterClosing() throws Exception {
    Topic<Integer> topic = new Topic<>("numbers", Integer.class);
    List<Integer> first = new ArrayList<>();
    List<Integer> second = new ArrayList<>();
    CountDownLatch all = new CountDownLatch(2_000);
    Registration one =
        bus.subscribe(
            topic,
            number -> {
              first.add(number);
              all.countDown();
            });
    Registration two =
        bus.subscribe(
            topic,
            number -> {
              second.add(number);
              all.countDown();
              if (number % 100 == 0) {
                throw new IllegalStateException("a listener that fails goes on listening");
              }
            });
    IntStream.range(0, 1_000).forEach(number -> bus.publish(topic, number));
    assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
    one.close();
    two.close();
    bus.publish(topic, -1);

    assertThat(first).isEqualTo(IntStream.range(0, 1_000).boxed().toList()).isEqualTo(second);
  }

  @Test
  void refusesQuestionsOfAnotherType() {
    Address<Object, Answer> wrong = new Address<>("typed", Object.class, Answer.class);
    try (Registration served = bus.serve(address("typed"), question -> new CompletableFuture<>())) {
      assertThatThrownBy(() -> bus.request(wrong, "text", LONG).get())
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("INTERNAL");
    }
  }

  private static Problem failure(Address<Question, Answer> address, Duration atMost) {
    CompletableFuture<Answer> future = bus.request(address, new Question("?", null), atMost);
    try {
      throw new AssertionError("answered " + future.get());
    } catch (ExecutionException e) {
      return ((NightjarException) e.getCause()).problem();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
