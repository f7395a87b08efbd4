package org.nightjar.inference.internal.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.product.Priority;
import org.nightjar.inference.internal.schedule.Answer;
import org.nightjar.inference.internal.simulated.Fault;

/** What a device at work does when things go wrong, on a simulated one. */
@Timeout(60)
class StationTest {
  private static final float POISON = -1;

  private final SimulatedModels models =
      new SimulatedModels()
          .with("a", StationTest::copy, 100_000, 10_000, 4000, 100)
          .with("b", StationTest::copy, 100_000, 10_000, 4000, 100)
          .with("c", StationTest::copy, 100_000, 10_000, 4000, 100);
  private StationFixture fixture;

  private static void copy(List<float[]> in, List<float[]> out) {
    out.get(0)[0] = in.get(0)[0] == POISON ? Float.NaN : in.get(0)[0];
  }

  @BeforeEach
  void start() {
    fixture = new StationFixture(models, Duration.ZERO, Duration.ofMillis(300));
  }

  @AfterEach
  void stop() {
    fixture.device.fail(Fault.NONE);
    fixture.close();
    assertThat(fixture.device.sessions()).isZero();
    assertThat(fixture.processor.sessions()).isZero();
    assertThat(fixture.station.ledger().used()).isZero();
    assertThat(fixture.client.use().waiting()).isZero();
  }

  private static NightjarException outOfMemory() {
    return NightjarException.of(StandardError.OUT_OF_MEMORY, "no memory", "", "");
  }

  private List<Answer> many(Residence residence, int count) throws Exception {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(fixture.ask(residence, i));
    }
    return answers;
  }

  private static void allRight(List<Answer> answers) throws Exception {
    for (int i = 0; i < answers.size(); i++) {
      assertThat(value(answers.get(i))).isEqualTo(i);
    }
  }

  private static float value(Answer answer) throws Exception {
    return Inference.await(answer).outputs().get("y").at(0);
  }

  @Test
  void aBatchThatDoesNotFitIsSplitAndLaterOnesAreSmaller() throws Exception {
    Residence a = fixture.escaping(models, "a");
    fixture.device.fail(
        (what, graph, samples, terminated) -> {
          if (what == Fault.Doing.RUN && samples > 2) {
            throw outOfMemory();
          }
        });
    allRight(many(a, 40));
    assertThat(fixture.processor.runs()).as("nothing had to leave the device").isZero();
    assertThat(a.lane(SimulatedModels.SHAPES).mostTogether()).isLessThanOrEqualTo(2);
  }

  @Test
  void oneBadSampleFailsAlone() throws Exception {
    Residence a = fixture.escaping(models, "a");
    List<Answer> answers = many(a, 10);
    Answer bad = fixture.ask(a, POISON);
    allRight(answers);
    assertThatThrownBy(() -> Inference.await(bad))
        .hasMessageContaining("CONTRACT_BROKEN")
        .hasMessageContaining("output 'y' of model a holds NaN");
  }

  @Test
  void aSampleThatDoesNotFitAloneGetsTheRoomOfIdleModels() throws Exception {
    Residence a = fixture.escaping(models, "a");
    Residence b = fixture.alone(models, "b");
    assertThat(value(fixture.ask(b, 7))).isEqualTo(7);
    await().until(b::idle);
    fixture.device.fail(
        (what, graph, samples, terminated) -> {
          if (what == Fault.Doing.RUN && graph.equals("a") && b.loaded()) {
            throw outOfMemory();
          }
        });
    assertThat(value(fixture.ask(a, 1))).isEqualTo(1);
    assertThat(b.loaded()).isFalse();
    assertThat(fixture.processor.runs()).isZero();
    assertThat(value(fixture.ask(b, 8))).as("b comes back when it is asked").isEqualTo(8);
  }

  @Test
  void aSessionThatStaysBrokenAfterOutOfMemoryIsRebuilt() throws Exception {
    Residence a = fixture.escaping(models, "a");
    long loads = a.loads();
    fixture.device.fail(
        (what, graph, samples, terminated) -> {
          if (what == Fault.Doing.RUN && a.loads() == loads) {
            throw outOfMemory();
          }
        });
    assertThat(value(fixture.ask(a, 1))).isEqualTo(1);
    assertThat(a.loads()).isEqualTo(loads + 1);
    assertThat(fixture.processor.runs()).isZero();
  }

  @Test
  void whatDoesNotFitAtAllGoesToTheProcessor() throws Exception {
    Residence a = fixture.escaping(models, "a");
    fixture.device.fail(
        (what, graph, samples, terminated) -> {
          if (what == Fault.Doing.RUN) {
            throw outOfMemory();
          }
        });
    Prediction prediction = Inference.await(fixture.ask(a, 3));
    assertThat(prediction.device()).isEqualTo("processor");
    assertThat(prediction.outputs().get("y").at(0)).isEqualTo(3);
    assertThat(fixture.station.usable()).as("memory is no fault of the device").isTrue();
  }

  @Test
  void aBrokenDeviceIsLeftAloneAndTriedAgain() throws Exception {
    Residence a = fixture.escaping(models, "a");
    AtomicInteger attempts = new AtomicInteger();
    fixture.device.fail(
        (what, graph, samples, terminated) -> {
          attempts.incrementAndGet();
          throw NightjarException.of(StandardError.UNAVAILABLE, "device lost", "", "");
        });
    List<Answer> answers = many(a, 30);
    allRight(answers);
    assertThat(fixture.station.usable()).isFalse();
    assertThat(fixture.station.trouble()).isEqualTo("device lost");
    assertThat(fixture.processor.samples()).isGreaterThanOrEqualTo(30);
    int before = attempts.get();
    await().atMost(Duration.ofSeconds(10)).until(() -> attempts.get() > before);
    assertThat(fixture.station.usable()).as("the trial failed").isFalse();
    fixture.device.fail(Fault.NONE);
    await().atMost(Duration.ofSeconds(10)).until(fixture.station::usable);
    assertThat(Inference.await(fixture.ask(a, 5)).device()).isEqualTo("sim:0");
    assertThat(fixture.station.trips()).isEqualTo(1);
  }

  @Test
  void aRunThatHangsIsEndedAndItsRequestsGoElsewhere() throws Exception {
    Residence a = fixture.escaping(models, "a");
    fixture.device.fail(
        (what, graph, samples, terminated) -> {
          while (what == Fault.Doing.RUN && !terminated.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
          }
        });
    Prediction prediction = Inference.await(fixture.ask(a, 4));
    assertThat(prediction.device()).isEqualTo("processor");
    assertThat(fixture.station.usable()).as("it let itself be ended").isTrue();
  }

  @Test
  void aRunThatCannotBeEndedCostsItsThreadAndTheDevice() throws Exception {
    Residence a = fixture.escaping(models, "a");
    CountDownLatch forever = new CountDownLatch(1);
    fixture.device.fail(
        (what, graph, samples, terminated) -> {
          if (what == Fault.Doing.RUN) {
            awaitQuietly(forever);
          }
        });
    Answer answer = fixture.ask(a, 4);
    assertThat(Inference.await(answer).device()).isEqualTo("processor");
    assertThat(fixture.station.usable()).isFalse();
    assertThat(fixture.station.trouble()).contains("hung");
    fixture.device.fail(Fault.NONE);
    forever.countDown();
    await().atMost(Duration.ofSeconds(10)).until(fixture.station::usable);
    assertThat(Inference.await(fixture.ask(a, 6)).device()).isEqualTo("sim:0");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    boolean done = false;
    while (!done) {
      try {
        latch.await();
        done = true;
      } catch (InterruptedException e) {
        // Natives do not hear of interrupts either.
        done = false;
      }
    }
  }

  @Test
  void whatNobodyWantsAnyMoreIsEndedInTheMiddleOfItsRun() throws Exception {
    Residence a = fixture.alone(models, "a");
    value(fixture.ask(a, 0));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    fixture.device.fail(
        (what, graph, samples, terminated) -> {
          begun.countDown();
          while (!terminated.getAsBoolean()) {
            LockSupport.parkNanos(100_000);
          }
          ended.countDown();
        });
    Answer answer = fixture.ask(a, 1);
    begun.await();
    assertThat(answer.cancel(true)).isTrue();
    ended.await();
    fixture.device.fail(Fault.NONE);
    assertThat(value(fixture.ask(a, 2))).as("the next run is not ended").isEqualTo(2);
  }

  @Test
  void threeModelsTakeTurnsInRoomForTwo() throws Exception {
    List<Residence> residences =
        List.of(fixture.alone(models, "a"), fixture.alone(models, "b"), fixture.alone(models, "c"));
    for (int round = 0; round < 5; round++) {
      for (Residence residence : residences) {
        assertThat(value(fixture.ask(residence, round))).isEqualTo(round);
        assertThat(fixture.station.ledger().used()).isLessThanOrEqualTo(StationFixture.MEMORY);
        await().until(residence::idle);
      }
    }
    assertThat(fixture.station.ledger().evictions()).isGreaterThanOrEqualTo(8);
    assertThat(fixture.device.peak()).isLessThanOrEqualTo(StationFixture.MEMORY);
  }

  @Test
  void whatIsLeasedStaysAndOthersAreToldSo() throws Exception {
    Residence a = fixture.alone(models, "a");
    Residence b = fixture.alone(models, "b");
    value(fixture.ask(a, 0));
    value(fixture.ask(b, 0));
    a.lease();
    b.lease();
    Residence c = fixture.alone(models, "c");
    assertThatThrownBy(() -> value(fixture.ask(c, 0)))
        .hasMessageContaining("OUT_OF_MEMORY")
        .hasMessageContaining("models that are in use leave no memory for c on sim:0");
    assertThat(a.loaded() && b.loaded()).isTrue();
    a.release();
    assertThat(value(fixture.ask(c, 1))).isEqualTo(1);
    b.release();
  }

  @Test
  void liveProductsKeepTheirModel() throws Exception {
    Residence a = fixture.alone(models, "a");
    Residence b = fixture.alone(models, "b");
    assertThat(Inference.await(fixture.ask(a, 1, Priority.LIVE)).device()).isEqualTo("sim:0");
    value(fixture.ask(b, 0));
    await().until(b::idle);
    Residence c = fixture.alone(models, "c");
    value(fixture.ask(c, 0));
    assertThat(a.loaded()).isTrue();
    assertThat(b.loaded()).isFalse();
  }

  @Test
  void aModelThatCannotBeLoadedFailsThoseWhoWaitForIt() throws Exception {
    Residence a = fixture.alone(models, "a");
    fixture.device.fail(
        (what, graph, samples, terminated) -> {
          throw NightjarException.of(StandardError.MODEL_REFUSED, "damaged", "", "");
        });
    Answer answer = fixture.ask(a, 1);
    assertThatThrownBy(() -> Inference.await(answer)).hasMessageContaining("damaged");
    fixture.device.fail(Fault.NONE);
    assertThat(value(fixture.ask(a, 2))).isEqualTo(2);
  }
}
