package org.nightjar.inference.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.inference.internal.memory.MemoryLedger.Answer;
import org.nightjar.inference.internal.simulated.VirtualTime;

class MemoryLedgerTest {
  private static final long CAPACITY = 1_000_000_000;
  private static final long SETTLE = 50;

  private final VirtualTime time = new VirtualTime();
  private final MemoryLedger ledger = new MemoryLedger("sim:0", CAPACITY, SETTLE, time);

  private class Model implements Tenant {
    final String name;
    long lastUsed;
    long reload = 1;
    boolean idle = true;
    boolean precious;
    int evicted;

    Model(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public long lastUsed() {
      return lastUsed;
    }

    @Override
    public long reloadNanos() {
      return reload;
    }

    @Override
    public boolean idle() {
      return idle;
    }

    @Override
    public boolean precious() {
      return precious;
    }

    @Override
    public boolean evict() {
      evicted++;
      ledger.release(this);
      return true;
    }
  }

  /** The rules again, written as plainly as possible. */
  private final class Oracle {
    final Map<Model, Long> held = new HashMap<>();

    long used() {
      return held.values().stream().mapToLong(Long::longValue).sum();
    }

    Answer reserve(Model who, long bytes) {
      if (held.getOrDefault(who, 0L) + bytes > CAPACITY) {
        return Answer.NEVER;
      }
      while (used() + bytes > CAPACITY) {
        Model victim = null;
        double best = -1;
        boolean lately = false;
        for (Model each : held.keySet()) {
          if (each == who || !each.idle || each.precious) {
            continue;
          }
          long idle = time.nanos() - each.lastUsed;
          if (idle < SETTLE) {
            lately = true;
            continue;
          }
          double score = (idle + 1.0) * held.get(each) / each.reload;
          if (score > best) {
            best = score;
            victim = each;
          }
        }
        if (victim == null) {
          return lately ? Answer.LATER : Answer.BUSY;
        }
        held.remove(victim);
      }
      held.merge(who, bytes, Long::sum);
      return Answer.RESERVED;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithANaiveOracle(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Model> models = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      models.add(new Model("m" + i));
    }
    Oracle oracle = new Oracle();
    Map<Answer, Integer> seen = new HashMap<>();
    for (int step = 0; step < 100_000; step++) {
      Model model = models.get(random.nextInt(models.size()));
      time.sleep(random.nextInt(20));
      switch (random.nextInt(6)) {
        case 0 -> model.lastUsed = time.nanos();
        case 1 -> model.idle = random.nextInt(3) > 0;
        case 2 -> model.precious = random.nextInt(5) == 0;
        case 3 -> {
          ledger.release(model);
          oracle.held.remove(model);
        }
        default -> {
          model.reload = 1 + random.nextInt(7919);
          long bytes = 1 + random.nextInt(random.nextInt(10) == 0 ? 1_200_000_000 : 200_000_000);
          Answer answer = ledger.reserve(model, bytes);
          assertThat(answer).as("step %d", step).isEqualTo(oracle.reserve(model, bytes));
          seen.merge(answer, 1, Integer::sum);
        }
      }
      assertThat(ledger.used()).isEqualTo(oracle.used()).isLessThanOrEqualTo(CAPACITY);
    }
    assertThat(ledger.peak()).isLessThanOrEqualTo(CAPACITY);
    assertThat(ledger.evictions()).isPositive();
    assertThat(seen.keySet()).containsExactlyInAnyOrder(Answer.values());
    for (Model model : models) {
      assertThat(ledger.held(model)).isEqualTo(oracle.held.getOrDefault(model, 0L));
    }
  }

  @Test
  void whatIsBigIdleAndSoonLoadedGoesFirst() {
    Model slow = new Model("slow to load");
    slow.reload = 1000;
    Model quick = new Model("quick to load");
    quick.reload = 10;
    ledger.reserve(slow, 400_000_000);
    ledger.reserve(quick, 400_000_000);
    time.sleep(100);
    assertThat(ledger.reserve(new Model("new"), 300_000_000)).isEqualTo(Answer.RESERVED);
    assertThat(quick.evicted).isEqualTo(1);
    assertThat(slow.evicted).isZero();
  }

  @Test
  void whoRefusesToGoIsNotAskedAgain() {
    Model stubborn =
        new Model("stubborn") {
          @Override
          public boolean evict() {
            evicted++;
            return false;
          }
        };
    ledger.reserve(stubborn, 900_000_000);
    time.sleep(100);
    assertThat(ledger.reserve(new Model("new"), 300_000_000)).isEqualTo(Answer.BUSY);
    assertThat(stubborn.evicted).isEqualTo(1);
  }

  @Test
  void partOfWhatIsHeldCanBeGivenBack() {
    Model model = new Model("m");
    ledger.reserve(model, 900);
    ledger.release(model, 500);
    assertThat(ledger.used()).isEqualTo(400);
    ledger.release(model, 10_000);
    assertThat(ledger.used()).isZero();
    assertThat(ledger.tenants()).isEmpty();
  }
}
