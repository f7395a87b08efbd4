package org.nightjar.inference.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void percentilesAreRightToATenth() {
    SplittableRandom random = new SplittableRandom(1);
    Spread spread = new Spread();
    long[] values = new long[20_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (long) Math.exp(3 + 18 * random.nextDouble());
      spread.add(values[i]);
    }
    Arrays.sort(values);
    for (double part : new double[] {0.01, 0.5, 0.9, 0.99}) {
      double exact = values[(int) (part * values.length)];
      assertThat(spread.percentile(part) / exact).isCloseTo(1, within(0.13));
    }
    assertThat(spread.count()).isEqualTo(values.length);
    assertThat(new Spread().percentile(0.5)).isZero();
  }

  @Test
  void aRowCountsFromItsMarkOn() {
    Statistics statistics = new Statistics();
    statistics.answered("m", 1_000_000, 2_000_000);
    statistics.ran("m", "cpu", 8, 100, 100);
    TopRow.Mark mark = new TopRow.Mark(statistics.of("m"), 0);
    for (int i = 0; i < 10; i++) {
      statistics.answered("m", 4_000, 10_000);
    }
    statistics.ran("m", "cpu", 4, 500_000_000, 750_000_000);
    statistics.ran("m", "cpu", 6, 500_000_000, 250_000_000);
    statistics.failed("m", "INTERNAL");
    TopRow row = mark.until(statistics.of("m"), 2_000_000_000L);
    assertThat(row.perSecond()).isEqualTo(5);
    assertThat(row.failed()).isEqualTo(1);
    assertThat(row.batch()).isEqualTo(5);
    assertThat(row.load()).isEqualTo(0.5);
    assertThat(row.accuracy()).isEqualTo(1);
    assertThat(row.waitP99()).isCloseTo(4_000, within(500.0));
    assertThat(row.answerP50()).isCloseTo(10_000, within(1300.0));
    assertThat(statistics.of("m").runsBySize()).startsWith(0, 0, 2, 1);
  }
}
