package org.nightjar.metrics.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nightjar.metrics.Counter;
import org.nightjar.metrics.Distribution;
import org.nightjar.metrics.Meter;

/** What one bundle sees of its meters. */
class MetersTest {
  private final Bundles bundles = new Bundles();
  private final BundleMeters meters = bundles.bundle();

  @Test
  void aCounterAddsUpAndDisappearsWhenClosed() {
    Counter bytes = meters.counter("intake.read", "Bytes read", "bytes", Map.of("feed", "folder"));
    bytes.increment();
    bytes.add(41.5);
    assertThat(bundles.values())
        .containsExactly(Map.entry("nightjar_intake_read_bytes{feed=folder}", 42.5));
    bytes.close();
    bytes.close();
    bytes.add(1);
    assertThat(bundles.values()).isEmpty();
  }

  @Test
  void aCounterNeverFalls() {
    Counter counter = meters.counter("events", "Events", "", Map.of());
    counter.add(3);
    for (double amount : new double[] {-1, 0, Double.NaN, Double.POSITIVE_INFINITY}) {
      counter.add(amount);
    }
    assertThat(bundles.values()).containsExactly(Map.entry("nightjar_events", 3.0));
  }

  @Test
  void gaugesAndReadCountersAreReadEachTime() {
    double[] now = {1};
    Meter gauge = meters.gauge("queue.length", "Waiting", "", Map.of(), () -> now[0]);
    Meter counter = meters.counter("work.done", "Done", "", Map.of(), () -> 10 * now[0]);
    assertThat(bundles.values())
        .containsExactly(
            Map.entry("nightjar_queue_length", 1.0), Map.entry("nightjar_work_done", 10.0));
    now[0] = 2;
    assertThat(bundles.values())
        .containsExactly(
            Map.entry("nightjar_queue_length", 2.0), Map.entry("nightjar_work_done", 20.0));
    gauge.close();
    counter.close();
    counter.close();
    assertThat(bundles.values()).isEmpty();
  }

  @Test
  void valuesGoToTheFirstBucketThatHoldsThem() {
    Distribution wait =
        meters.distribution("wait", "Waiting", "seconds", Map.of(), new double[] {0, 1, 2.5});
    for (double value : new double[] {-7, -0.0, 0, 0.5, 1, 1.5, 2.5, 3, 1e300}) {
      wait.record(value);
    }
    wait.record(Double.NaN);
    wait.record(Double.POSITIVE_INFINITY);
    wait.record(Double.NEGATIVE_INFINITY);
    assertThat(bundles.distributions())
        .containsExactly(
            Map.entry("nightjar_wait_seconds", new BucketCounts(List.of(3L, 2L, 2L, 2L), 1e300)));
    wait.close();
    wait.record(1);
    assertThat(bundles.distributions()).isEmpty();
  }

  @Test
  void labelsTellMetersApartWhateverTheirOrder() {
    meters.counter("n", "N", "", Map.of("a", "1", "b", "2")).add(1);
    meters.counter("n", "N", "", Map.of("b", "2", "a", "1")).add(10);
    meters.counter("n", "N", "", Map.of("a", "1")).add(100);
    assertThat(bundles.values())
        .containsExactly(
            Map.entry("nightjar_n{a=1, b=2}", 11.0), Map.entry("nightjar_n{a=1}", 100.0));
  }

  @Test
  void askedTwiceAMeterStaysUntilBothUsersHaveClosed() {
    Counter first = meters.counter("n", "N", "", Map.of());
    Counter second = meters.counter("n", "N", "", Map.of());
    first.add(1);
    second.add(2);
    first.close();
    first.close();
    first.add(4);
    assertThat(bundles.values()).containsExactly(Map.entry("nightjar_n", 3.0));
    second.close();
    assertThat(bundles.values()).isEmpty();
    meters.counter("n", "N", "", Map.of()).add(5);
    assertThat(bundles.values()).containsExactly(Map.entry("nightjar_n", 5.0));
  }

  @Test
  void askedTwiceTheNewerSourceTakesThePlaceOfTheOlder() {
    Meter older = meters.counter("done", "Done", "", Map.of(), () -> 1);
    meters.counter("done", "Done", "", Map.of(), () -> 2);
    older.close();
    assertThat(bundles.values()).containsExactly(Map.entry("nightjar_done", 2.0));
  }

  @Test
  void aSourceThatFailsIsLeftOutAndComesBack() {
    boolean[] fails = {true};
    meters.gauge("good", "Good", "", Map.of(), () -> 1);
    meters.gauge("unknown", "Unknown", "", Map.of(), () -> Double.NaN);
    meters.gauge(
        "bad",
        "Bad",
        "",
        Map.of(),
        () -> {
          if (fails[0]) {
            throw new IllegalStateException("not now");
          }
          return 2;
        });
    assertThat(bundles.values()).containsExactly(Map.entry("nightjar_good", 1.0));
    fails[0] = false;
    assertThat(bundles.values())
        .containsExactly(Map.entry("nightjar_bad", 2.0), Map.entry("nightjar_good", 1.0));
  }

  @Test
  void aSourceMayMakeMetersWhileItIsRead() {
    meters.gauge(
        "outer",
        "Outer",
        "",
        Map.of(),
        () -> {
          meters.counter("inner", "Inner", "", Map.of()).increment();
          return 1;
        });
    bundles.values();
    assertThat(bundles.values()).containsEntry("nightjar_inner", 1.0);
  }

  @Test
  void labelSetsOfOneNameAreBounded() {
    List<Counter> kept =
        IntStream.range(0, MeterTable.MOST_SERIES)
            .mapToObj(i -> meters.counter("n", "N", "", Map.of("i", Integer.toString(i))))
            .toList();
    Counter dropped = meters.counter("n", "N", "", Map.of("i", "one more"));
    dropped.increment();
    dropped.close();
    meters.gauge("n", "N", "", Map.of("i", "another"), () -> 1).close();
    meters.counter("n", "N", "", Map.of("i", "7")).increment();
    meters.counter("m", "M", "", Map.of("i", "one more")).increment();
    assertThat(bundles.values())
        .hasSize(MeterTable.MOST_SERIES + 1)
        .containsEntry("nightjar_n{i=7}", 1.0)
        .containsEntry("nightjar_m{i=one more}", 1.0)
        .doesNotContainKey("nightjar_n{i=one more}");

    kept.get(0).close();
    meters.counter("n", "N", "", Map.of("i", "one more")).increment();
    assertThat(bundles.values()).containsEntry("nightjar_n{i=one more}", 1.0);
  }

  @Test
  void namesAreBounded() {
    for (int i = 0; i <= MeterTable.MOST_NAMES; i++) {
      meters.counter("n" + i, "N", "", Map.of()).increment();
    }
    assertThat(bundles.values()).hasSize(MeterTable.MOST_NAMES).doesNotContainKey("nightjar_n1000");
  }

  @Test
  void nothingIsLostWhenManyThreadsCount() throws Exception {
    int threads = 4;
    int each = 50_000;
    Distribution sizes =
        meters.distribution("sizes", "Sizes", "", Map.of(), new double[] {1, 2, 3});
    Callable<Void> counting =
        () -> {
          for (int i = 0; i < each; i++) {
            Counter counter = meters.counter("n", "N", "", Map.of());
            counter.increment();
            sizes.record(i % 5);
          }
          return null;
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Void> done : pool.invokeAll(List.of(counting, counting, counting, counting))) {
        done.get();
      }
    } finally {
      pool.shutdown();
    }
    assertThat(bundles.values()).containsEntry("nightjar_n", (double) threads * each);
    long fifth = (long) threads * each / 5;
    assertThat(bundles.distributions())
        .containsEntry(
            "nightjar_sizes",
            new BucketCounts(List.of(2 * fifth, fifth, fifth, fifth), 10.0 * fifth));
  }
}
