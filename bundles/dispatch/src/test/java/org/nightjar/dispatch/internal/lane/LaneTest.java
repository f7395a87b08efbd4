package org.nightjar.dispatch.internal.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Priority;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.TaskInfo;
import org.nightjar.dispatch.internal.examine.Served;
import org.nightjar.dispatch.internal.fake.CountedJob;
import org.nightjar.dispatch.internal.fake.Envelopes;
import org.nightjar.dispatch.internal.fake.LambdaTask;

class LaneTest {
  private static final Problem OVER = Problem.of(StandardError.CANCELLED, "over", "", "");
  private static final TaskInfo INFO = TaskInfo.of("test", "Tests", Kind.EXPOSURE);

  private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch entered = new CountDownLatch(1);
  private final List<Lane> lanes = new ArrayList<>();

  @AfterEach
  void close() {
    gate.countDown();
    lanes.forEach(lane -> lane.close(OVER));
  }

  private Lane lane(int window, int threads, Runner runner) {
    Lane lane = new Lane("test", new LaneSettings(window, threads), runner, () -> {});
    lanes.add(lane);
    return lane;
  }

  private static Served served(TaskInfo info, String version) {
    return new LambdaTask(info, (product, context) -> Report.builder().build()).served(version);
  }

  private static Slot.Origin origin(long service) {
    return new Slot.Origin(service, service, 0);
  }

  private static CountedJob job(long entry) {
    return new CountedJob(Envelopes.of("product-" + entry), OptionalLong.of(entry));
  }

  /** Logs the version and the number of jobs, and settles them. */
  private boolean settle(Lane lane, Slot slot, List<Ticket> tickets) {
    log.add(slot.version() + " x" + tickets.size());
    tickets.forEach(
        ticket -> {
          ((CountedJob) ticket.job()).settled.incrementAndGet();
          lane.ended(slot, ticket, true);
        });
    return true;
  }

  /** The same, but waits for the gate first. */
  private boolean settleLater(Lane lane, Slot slot, List<Ticket> tickets) {
    entered.countDown();
    try {
      gate.await();
    } catch (InterruptedException e) {
      tickets.forEach(ticket -> lane.again(slot, ticket));
      return true;
    }
    return settle(lane, slot, tickets);
  }

  @Test
  void theNewestVersionIsActiveWhateverTheOrderOfArrival() {
    Lane lane = lane(8, 1, this::settle);
    lane.add(served(INFO, "1.9.0"), origin(1));
    lane.add(served(INFO, "1.10.0"), origin(2));
    lane.add(served(INFO, "1.2.0"), origin(3));

    assertThat(lane.served().orElseThrow().plugin().version()).isEqualTo("1.10.0");

    lane.remove(2);
    assertThat(lane.served().orElseThrow().plugin().version()).isEqualTo("1.9.0");
  }

  @Test
  void rankingDecidesBetweenEqualVersionsThenWhoWasFirst() {
    Lane lane = lane(8, 1, this::settle);
    lane.add(served(INFO, "1.0.0"), new Slot.Origin(1, 10, 0));
    lane.add(served(INFO, "1.0.0"), new Slot.Origin(2, 20, 5));
    lane.add(served(INFO, "1.0.0"), new Slot.Origin(3, 30, 5));
    lane.remove(1);
    lane.remove(2);
    assertThat(lane.status().orElseThrow().draining()).isEmpty();
    lane.add(served(INFO, "1.0.0"), new Slot.Origin(4, 40, 5));
    lane.remove(3);

    assertThat(lane.served()).isPresent();
  }

  @Test
  void theWindowIsBoundedAndAnEntryIsTakenOnce() {
    Lane lane = lane(3, 1, this::settle);
    assertThat(List.of(lane.offer(job(1)), lane.offer(job(2)), lane.offer(job(3))))
        .containsOnly(true);

    assertThat(lane.offer(job(1))).as("in memory already").isTrue();
    assertThat(lane.offer(job(4))).as("full").isFalse();
    assertThat(lane.entries()).containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(lane.room()).as("nobody could take more").isZero();

    CountedJob question = new CountedJob(Envelopes.of("q"), OptionalLong.empty());
    assertThat(lane.offer(question)).as("questions have a window of their own").isTrue();

    lane.add(served(INFO, "1.0.0"), origin(1));
    await().until(() -> lane.room() == 3);
    assertThat(lane.entries()).isEmpty();
    assertThat(question.settled).hasValue(1);
  }

  @Test
  void liveWorkGoesFirstThenTheOldest() {
    ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
    Lane lane =
        lane(
            8,
            1,
            (where, slot, tickets) -> {
              order.add(tickets.get(0).job().envelope().ref().uri().getPath());
              return settle(where, slot, tickets);
            });
    for (String name : List.of("a", "b")) {
      lane.offer(new CountedJob(Envelopes.of(name), OptionalLong.empty()));
    }
    lane.offer(
        new CountedJob(
            Envelopes.of("live", Envelopes.of("live").ref().uri(), Priority.LIVE),
            OptionalLong.empty()));
    lane.add(served(INFO, "1.0.0"), origin(1));

    await().until(() -> order.size() == 3);
    assertThat(order).containsExactly("/nowhere/live", "/nowhere/a", "/nowhere/b");
  }

  @Test
  void aBatchIsWhatWaits() throws Exception {
    Lane lane = lane(64, 1, this::settleLater);
    lane.add(served(INFO, "1.0.0"), origin(1));
    lane.offer(job(0));
    entered.await();
    lane.update(1, batches(5, Duration.ZERO));
    for (int i = 1; i <= 12; i++) {
      lane.offer(job(i));
    }
    gate.countDown();

    await().until(() -> lane.entries().isEmpty());
    assertThat(log).containsExactly("1.0.0 x1", "1.0.0 x5", "1.0.0 x5", "1.0.0 x2");
  }

  @Test
  void anIdleVersionWaitsForItsBatchToFill() {
    Lane lane = lane(64, 1, this::settle);
    lane.add(batches(3, Duration.ofHours(1)), origin(1));
    lane.offer(job(1));
    lane.offer(job(2));
    await().during(Duration.ofMillis(50)).until(log::isEmpty);
    lane.offer(job(3));

    await().until(() -> lane.entries().isEmpty());
    assertThat(log).containsExactly("1.0.0 x3");
  }

  private static Served batches(int size, Duration wait) {
    Served plain = served(INFO, "1.0.0");
    return new Served(
        INFO.withBatches(size, wait),
        plain.judge(),
        plain.loader(),
        plain.plugin(),
        plain.settings());
  }

  @Test
  void drainingWaitsForWhatIsInFlightWhileTheNextVersionWorks() throws Exception {
    Lane lane =
        lane(
            8,
            2,
            (where, slot, tickets) ->
                slot.version().equals("1.0.0")
                    ? settleLater(where, slot, tickets)
                    : settle(where, slot, tickets));
    lane.add(served(INFO, "1.0.0"), origin(1));
    CountedJob first = job(1);
    lane.offer(first);
    entered.await();
    lane.add(served(INFO, "2.0.0"), origin(2));
    CountedJob second = job(2);
    lane.offer(second);
    await().until(() -> second.settled.get() == 1);

    assertThat(lane.status().orElseThrow().draining()).containsExactly("1.0.0");
    assertThat(lane.drain(origin -> origin.bundle() == 1, System.nanoTime())).isFalse();
    CompletableFuture<Boolean> drained =
        CompletableFuture.supplyAsync(() -> drain(lane, 1, Duration.ofSeconds(20)));
    gate.countDown();

    assertThat(drained.get(20, TimeUnit.SECONDS)).isTrue();
    assertThat(first.settled).hasValue(1);
    lane.remove(1);
    assertThat(threads("task-test-1.0.0")).isEmpty();
  }

  @Test
  void aVersionWithoutSuccessorKeepsItsWorkForTheNextOne() throws Exception {
    Lane lane =
        lane(
            8,
            1,
            (where, slot, tickets) ->
                slot.version().equals("1.0.0")
                    ? goAway(where, slot, tickets)
                    : settle(where, slot, tickets));
    lane.add(served(INFO, "1.0.0"), origin(1));
    CountedJob job = job(1);
    lane.offer(job);
    entered.await();

    lane.remove(1);
    assertThat(lane.served()).isEmpty();
    assertThat(lane.status()).isEmpty();
    assertThat(lane.entries()).containsExactly(1L);
    assertThat(threads("task-test-")).isEmpty();
    lane.add(served(INFO, "0.9.0"), origin(2));

    await().until(() -> job.settled.get() == 1);
    assertThat(log).containsExactly("0.9.0 x1");
  }

  /** As the examiner does: inside an attempt, and back to the queue when it is stopped. */
  private boolean goAway(Lane lane, Slot slot, List<Ticket> tickets) {
    Attempt attempt = new Attempt(() -> {});
    slot.begin(attempt);
    entered.countDown();
    boolean interrupted = false;
    try {
      gate.await();
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      assertThat(attempt.end()).isTrue();
      slot.over(attempt);
    }
    assertThat(interrupted).isTrue();
    assertThat(attempt.reason()).isEqualTo(Attempt.Reason.STOPPED);
    tickets.forEach(ticket -> lane.again(slot, ticket));
    return true;
  }

  @Test
  void parkedJobsComeBackWhenSomethingIsSettledEvenJustBefore() throws Exception {
    CountDownLatch parked = new CountDownLatch(1);
    Lane lane =
        lane(
            8,
            1,
            (where, slot, tickets) -> {
              if (parked.getCount() == 0) {
                return settle(where, slot, tickets);
              }
              long seen = where.settlements();
              parked.countDown();
              where.park(slot, tickets.get(0), seen);
              return true;
            });
    lane.add(served(INFO, "1.0.0"), origin(1));
    CountedJob job = job(1);
    lane.offer(job);
    parked.await();
    await().until(() -> lane.status().orElseThrow().inFlight() == 0);
    assertThat(job.settled).hasValue(0);
    lane.unpark(other -> false);
    lane.unpark(other -> other == job);

    await().until(() -> job.settled.get() == 1);
  }

  @Test
  void closingLetsGoOfAllThatWaits() {
    Lane lane = lane(8, 1, this::settle);
    CountedJob job = job(1);
    lane.offer(job);
    lane.close(OVER);

    assertThat(job.dropped).hasValue(1);
    assertThat(lane.entries()).isEmpty();
  }

  static boolean drain(Lane lane, long bundle, Duration atMost) {
    try {
      return lane.drain(origin -> origin.bundle() == bundle, System.nanoTime() + atMost.toNanos());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> threads(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith(prefix))
        .toList();
  }
}
