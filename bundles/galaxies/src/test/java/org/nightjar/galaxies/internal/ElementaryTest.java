package org.nightjar.galaxies.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ElementaryTest {
  @Test
  void logarithmsAreRight() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double x = Math.exp(random.nextDouble(-700, 700));
      double exact = StrictMath.log(x);
      assertThat(Elementary.log(x)).isCloseTo(exact, within(1e-15 * Math.max(1, Math.abs(exact))));
    }
    assertThat(Elementary.log(1)).isCloseTo(0, within(1e-15));
    assertThat(Elementary.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Elementary.log(-1)).isNaN();
    assertThat(Elementary.log(Double.MIN_VALUE)).isEqualTo(StrictMath.log(Double.MIN_VALUE));
    assertThat(Elementary.log(Double.POSITIVE_INFINITY)).isInfinite();
  }

  @Test
  void exponentialsAreRight() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 100_000; i++) {
      double x = random.nextDouble(-700, 700);
      double exact = StrictMath.exp(x);
      assertThat(Elementary.exp(x)).isCloseTo(exact, within(2e-15 * exact));
    }
    assertThat(Elementary.exp(0)).isEqualTo(1);
    assertThat(Elementary.exp(-800)).isZero();
    assertThat(Elementary.exp(800)).isInfinite();
    assertThat(Elementary.exp(Double.NaN)).isNaN();
  }

  @Test
  void tablesAreAsGoodAsTheySay() {
    RowTable table =
        RowTable.of(
            (x, row) -> {
              row[0] = Math.sin(x);
              row[1] = Math.exp(-x * x);
            },
            2,
            -1,
            9,
            RowTable.Measure.ABSOLUTE,
            1e-7);
    double[] row = new double[2];
    for (double x = -1; x <= 9; x += 0.0137) {
      table.row(x, row);
      assertThat(row[0]).isCloseTo(Math.sin(x), within(2e-7));
      assertThat(row[1]).isCloseTo(Math.exp(-x * x), within(2e-7));
    }
    assertThat(table.error()).isPositive().isLessThan(1e-7);
    assertThat(table.steps()).isLessThan(2000);
    table.row(20, row);
    assertThat(row[0]).isCloseTo(Math.sin(9), within(1e-12));
  }
}
