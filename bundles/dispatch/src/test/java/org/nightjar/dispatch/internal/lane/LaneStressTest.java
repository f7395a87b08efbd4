package org.nightjar.dispatch.internal.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Kind;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.TaskInfo;
import org.nightjar.dispatch.internal.examine.Served;
import org.nightjar.dispatch.internal.fake.CountedJob;
import org.nightjar.dispatch.internal.fake.Envelopes;
import org.nightjar.dispatch.internal.fake.LambdaTask;

/** Versions come, drain and go in a seeded schedule while several threads bring work. */
class LaneStressTest {
  private static final int FEEDERS = 3;
  private static final int JOBS_EACH = 2_000;
  private static final TaskInfo INFO =
      TaskInfo.of("stress", "Stresses", Kind.EXPOSURE).withBatches(3, Duration.ZERO);

  private final Set<String> gone = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<String> calledTooLate = new ConcurrentLinkedQueue<>();
  private final List<CountedJob> jobs =
      IntStream.range(0, FEEDERS * JOBS_EACH)
          .mapToObj(
              number ->
                  new CountedJob(
                      Envelopes.of("product-" + number),
                      number % 4 == 0 ? OptionalLong.empty() : OptionalLong.of(number)))
          .toList();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyJobIsSettledOnceAndNobodyIsCalledWhoHasGone(long seed) throws Exception {
    Lane lane = new Lane("stress", new LaneSettings(32, 3), this::run, () -> {});
    CountDownLatch fed = new CountDownLatch(FEEDERS);
    for (int feeder = 0; feeder < FEEDERS; feeder++) {
      List<CountedJob> share = jobs.subList(feeder * JOBS_EACH, (feeder + 1) * JOBS_EACH);
      new Thread(() -> feed(lane, share, fed)).start();
    }
    Random random = new Random(seed);
    List<Integer> versions = new ArrayList<>();
    int next = 1;
    while (fed.getCount() > 0) {
      if (versions.size() < 2 || (versions.size() < 4 && random.nextBoolean())) {
        lane.add(served(next), new Slot.Origin(next, next, 0));
        versions.add(next++);
      } else {
        int leaving = versions.remove(random.nextInt(versions.size()));
        if (random.nextBoolean()) {
          assertThat(LaneTest.drain(lane, leaving, Duration.ofSeconds(20))).isTrue();
          gone.add(leaving + ".0.0");
        }
        lane.remove(leaving);
        gone.add(leaving + ".0.0");
      }
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> jobs.stream().allMatch(job -> job.settled.get() > 0));
    lane.close(Problem.of(StandardError.CANCELLED, "over", "", ""));
    assertThat(jobs).allSatisfy(job -> assertThat(job.settled).hasValue(1));
    assertThat(jobs).allSatisfy(job -> assertThat(job.dropped).hasValue(0));
    assertThat(calledTooLate).isEmpty();
    assertThat(next).as("versions").isGreaterThan(10);
  }

  private void feed(Lane lane, List<CountedJob> share, CountDownLatch fed) {
    for (CountedJob job : share) {
      while (!lane.offer(job)) {
        Thread.onSpinWait();
      }
    }
    fed.countDown();
  }

  private boolean run(Lane lane, Slot slot, List<Ticket> tickets) {
    if (gone.contains(slot.version())) {
      calledTooLate.add(slot.version());
    }
    boolean stopped = inside(slot);
    if (gone.contains(slot.version())) {
      calledTooLate.add(slot.version() + " was still at work");
    }
    for (Ticket ticket : tickets) {
      if (stopped) {
        lane.again(slot, ticket);
      } else {
        ((CountedJob) ticket.job()).settled.incrementAndGet();
        lane.ended(slot, ticket, true);
      }
    }
    return true;
  }

  private static boolean inside(Slot slot) {
    Attempt attempt = new Attempt(() -> {});
    slot.begin(attempt);
    for (int i = 0; i < 50; i++) {
      Thread.onSpinWait();
    }
    boolean mine = attempt.end();
    slot.over(attempt);
    assertThat(mine).isTrue();
    return attempt.cancelled();
  }

  private static Served served(int version) {
    Served plain =
        new LambdaTask(INFO, (product, context) -> Report.builder().build())
            .served(version + ".0.0");
    return new Served(INFO, plain.judge(), plain.loader(), plain.plugin(), plain.settings());
  }
}
