package org.nightjar.metrics.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.nightjar.metrics.Counter;
import org.nightjar.metrics.Distribution;
import org.nightjar.metrics.Meter;

/** Two versions of a bundle beside each other, as while one is swapped for the other. */
class SideBySideTest {
  private static final double[] BOUNDS = {1, 2};

  private final Bundles bundles = new Bundles();
  private final BundleMeters old = bundles.bundle();
  private final BundleMeters young = bundles.bundle();

  @Test
  void bothCountTogetherAndWhatTheOldOneCountedStays() {
    Counter before = old.counter("judged", "Judged", "", Map.of());
    before.add(100);
    Counter after = young.counter("judged", "Judged", "", Map.of());
    after.add(1);
    before.add(10);
    assertThat(bundles.values()).containsExactly(Map.entry("nightjar_judged", 111.0));
    old.stop();
    after.add(1);
    assertThat(bundles.values()).containsExactly(Map.entry("nightjar_judged", 112.0));
    young.stop();
    assertThat(bundles.values()).isEmpty();
  }

  @Test
  void bothRecordIntoOneDistribution() {
    Distribution before = old.distribution("size", "Sizes", "", Map.of(), BOUNDS);
    Distribution after = young.distribution("size", "Sizes", "", Map.of(), BOUNDS);
    before.record(1);
    after.record(2);
    old.stop();
    after.record(3);
    assertThat(bundles.distributions())
        .containsExactly(Map.entry("nightjar_size", new BucketCounts(List.of(1L, 1L, 1L), 6)));
  }

  @Test
  void countersThatAreReadAreAddedUpAndDoNotFallWhenOneGoes() {
    old.counter("done", "Done", "", Map.of(), () -> 100);
    Meter after = young.counter("done", "Done", "", Map.of(), () -> 1);
    assertThat(bundles.values()).containsExactly(Map.entry("nightjar_done", 101.0));
    old.stop();
    assertThat(bundles.values()).containsExactly(Map.entry("nightjar_done", 101.0));
    after.close();
    assertThat(bundles.values()).isEmpty();
  }

  @Test
  void theNewestGaugeIsReadAndTheOldOneAgainWhenItGoes() {
    old.gauge("waiting", "Waiting", "", Map.of(), () -> 5);
    young.gauge("waiting", "Waiting", "", Map.of(), () -> 3);
    assertThat(bundles.values()).containsExactly(Map.entry("nightjar_waiting", 3.0));
    young.stop();
    assertThat(bundles.values()).containsExactly(Map.entry("nightjar_waiting", 5.0));
  }

  @Test
  void otherBoundsCountAsLongAsTheNewerIsThere() {
    old.distribution("size", "Sizes", "", Map.of(), BOUNDS).record(1);
    young.distribution("size", "Sizes", "", Map.of(), new double[] {5}).record(9);
    assertThat(bundles.distributions())
        .containsExactly(Map.entry("nightjar_size", new BucketCounts(List.of(0L, 1L), 9)));
    young.stop();
    assertThat(bundles.distributions())
        .containsExactly(Map.entry("nightjar_size", new BucketCounts(List.of(1L, 0L, 0L), 1)));
  }

  @Test
  void anotherSortOfMeterCountsAsLongAsTheNewerIsThere() {
    old.counter("models", "Models", "", Map.of()).add(7);
    young.gauge("models", "Models", "", Map.of("on", "cpu"), () -> 2);
    assertThat(bundles.values()).containsExactly(Map.entry("nightjar_models{on=cpu}", 2.0));
    young.stop();
    assertThat(bundles.values()).containsExactly(Map.entry("nightjar_models", 7.0));
  }

  @Test
  void theNewerOneDescribes() {
    old.counter("n", "Old words", "", Map.of());
    young.counter("n", "New words", "", Map.of());
    assertThat(bundles.table.shown()).hasSize(1);
    assertThat(bundles.table.shown().get(0).definition().description()).isEqualTo("New words");
  }

  @Test
  void aStoppedBundleGetsMetersThatCountNothing() {
    old.stop();
    old.counter("n", "N", "", Map.of()).increment();
    old.distribution("d", "D", "", Map.of(), BOUNDS).record(1);
    old.gauge("g", "G", "", Map.of(), () -> 1).close();
    old.stop();
    assertThat(bundles.values()).isEmpty();
    assertThat(bundles.distributions()).isEmpty();
  }

  @Test
  void aBrokenSourceDoesNotStopABundleFromGoing() {
    old.counter("done", "Done", "", Map.of(), SideBySideTest::broken);
    old.counter("other", "Other", "", Map.of());
    young.counter("done", "Done", "", Map.of()).add(2);
    old.stop();
    assertThat(bundles.values()).containsExactly(Map.entry("nightjar_done", 2.0));
  }

  private static double broken() {
    throw new NoClassDefFoundError("org/gone/Away");
  }

  @Test
  void nothingOfAStoppedBundleIsHeld() {
    WeakReference<Object> state = sourcesOf(old);
    young.gauge("waiting", "Waiting", "", Map.of(), () -> 1);
    young.counter("done", "Done", "", Map.of(), () -> 1);
    assertThat(bundles.values()).hasSize(3);
    old.stop();
    assertThat(bundles.values()).hasSize(2);
    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(state.get()).isNull();
            });
  }

  /** Stands for the class loader of a bundle: everything of a bundle leads to it. */
  private static WeakReference<Object> sourcesOf(BundleMeters meters) {
    List<Double> state = new ArrayList<>(List.of(1.0));
    DoubleSupplier source = () -> state.get(0);
    meters.gauge("waiting", "Waiting", "", Map.of(), source);
    meters.counter("done", "Done", "", Map.of(), source);
    meters.gauge("own", "Own", "", Map.of(), source);
    return new WeakReference<>(state);
  }

  @Test
  void aCounterNeverFallsWhileAnybodyHasIt() {
    Random random = new Random(20261120);
    List<BundleMeters> running = new ArrayList<>();
    double before = 0;
    for (int step = 0; step < 2_000; step++) {
      int choice = random.nextInt(4);
      if (choice == 0 && running.size() > 1) {
        running.remove(random.nextInt(running.size())).stop();
      } else if (choice == 1 || running.isEmpty()) {
        BundleMeters next = bundles.bundle();
        double size = random.nextInt(10);
        next.counter("n", "N", "", Map.of(), () -> size);
        running.add(next);
      } else {
        running.get(random.nextInt(running.size())).counter("n", "N", "", Map.of()).add(0.5);
      }
      double now = bundles.values().get("nightjar_n");
      assertThat(now).as("step %d", step).isGreaterThanOrEqualTo(before);
      before = now;
    }
    running.forEach(BundleMeters::stop);
    assertThat(bundles.values()).isEmpty();
  }
}
