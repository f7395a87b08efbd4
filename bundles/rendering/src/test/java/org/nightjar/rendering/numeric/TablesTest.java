package org.nightjar.rendering.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TablesTest {
  @Test
  void powersToTheStatedError() {
    Random random = new Random(1);
    for (double exponent : new double[] {-2, -0.3, 0, 0.05, 0.5, 1, 1.9, 2}) {
      PowerTable table = new PowerTable(exponent);
      for (int i = 0; i < 20_000; i++) {
        double x = Math.exp(60 * (random.nextDouble() - 0.5));
        assertThat(table.of(x) / Math.pow(x, exponent))
            .isCloseTo(1, within(exponent < 0 ? 4e-8 : 1e-9));
      }
      assertThat(table.of(1e-30)).isEqualTo(Math.pow(1e-30, exponent));
    }
  }

  @Test
  void exponentialsToTheStatedError() {
    Random random = new Random(2);
    for (int i = 0; i < 100_000; i++) {
      double z = 720 * (random.nextDouble() - 0.98);
      double exact = Math.exp(z);
      assertThat(NegativeExponential.of(z)).isCloseTo(z < -700 ? 0 : exact, within(1e-11 * exact));
    }
    assertThat(NegativeExponential.of(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(NegativeExponential.of(Double.NaN)).isNaN();
  }
}
