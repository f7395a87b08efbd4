package org.nightjar.inference.internal.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CostModelTest {
  private static final long SECOND = 1_000_000_000L;

  private static CostModel fitted(long... nanosAndSizes) {
    TreeMap<Integer, Long> runs = new TreeMap<>();
    for (int i = 0; i < nanosAndSizes.length; i += 2) {
      runs.put((int) nanosAndSizes[i + 1], nanosAndSizes[i]);
    }
    return CostModel.fitted(runs);
  }

  @Test
  void findsTheLineThroughExactRuns() {
    CostModel cost = fitted(1_020_000, 1, 1_040_000, 2, 1_080_000, 4, 1_640_000, 32);
    assertThat(cost.predict(16, 0)).isCloseTo(1_320_000, within(10L));
    assertThat(cost.fixed(0)).isCloseTo(1_000_000, within(10L));
  }

  @Test
  void oneRunLeavesNoFixedPart() {
    CostModel cost = fitted(300, 3);
    assertThat(cost.predict(1, 0)).isEqualTo(100);
    assertThat(cost.fixed(0)).isZero();
  }

  @Test
  void aFallingLineIsNotBelieved() {
    CostModel cost = fitted(100_000, 1, 90_000, 2, 80_000, 4);
    assertThat(cost.predict(1, 0)).isPositive();
    assertThat(cost.predict(1000, 0)).isGreaterThanOrEqualTo(cost.predict(1, 0));
  }

  @Test
  void theKneeIsWhereMoreSamplesStopToPay() {
    assertThat(new CostModel(0, 80_000).knee(32)).isEqualTo(1);
    assertThat(new CostModel(1_000_000, 20_000).knee(32)).isEqualTo(31);
    assertThat(new CostModel(100_000, 100_000).knee(32)).isEqualTo(20);
  }

  @Test
  void followsAMachineThatBecomesSlowerAndFasterAgain() {
    CostModel cost = new CostModel(0, 1000);
    for (int i = 0; i < 40; i++) {
      cost.observe(4, 8000, i);
    }
    assertThat(cost.predict(4, 40)).isCloseTo(8000, within(100L));
    assertThat(cost.predict(1, 40)).as("sizes not seen follow too").isBetween(1500L, 2100L);
    for (int i = 0; i < 40; i++) {
      cost.observe(4, 4000, 40 + i);
    }
    assertThat(cost.predict(4, 80)).isCloseTo(4000, within(100L));
  }

  @Test
  void sizesHaveCorrectionsOfTheirOwn() {
    CostModel cost = new CostModel(0, 1000);
    for (int i = 0; i < 60; i++) {
      cost.observe(1, 1000, i);
      cost.observe(32, 64_000, i);
    }
    assertThat(cost.predict(1, 60)).isCloseTo(1000, within(20L));
    assertThat(cost.predict(32, 60)).isCloseTo(64_000, within(1000L));
  }

  @Test
  void pessimismFadesWhileNothingRuns() {
    CostModel cost = new CostModel(0, 1000);
    cost.observe(1, 1_000_000_000, 0);
    long frightened = cost.predict(1, 1);
    assertThat(frightened).isGreaterThan(2000);
    assertThat(cost.predict(1, 60 * SECOND)).isLessThan(1010);
  }

  @Test
  void oneAbsurdRunCountsWithinBounds() {
    CostModel cost = new CostModel(0, 1000);
    cost.observe(1, Long.MAX_VALUE / 2, 0);
    assertThat(cost.predict(1, 0)).isLessThanOrEqualTo(2400);
  }

  @Test
  void withinFindsTheLargestBatchThatFitsATime() {
    CostModel cost = new CostModel(1000, 100);
    assertThat(cost.within(2000, 32, 0)).isEqualTo(10);
    assertThat(cost.within(500, 32, 0)).isEqualTo(1);
    assertThat(cost.within(1_000_000, 32, 0)).isEqualTo(32);
  }
}
