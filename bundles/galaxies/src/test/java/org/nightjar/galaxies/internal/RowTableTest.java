package org.nightjar.galaxies.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RowTableTest {
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
