package org.nightjar.statistics.distribution;

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
    assertThat(Elementary.exp10(-8)).isCloseTo(1e-8, within(1e-22));
    assertThat(Elementary.exp(-800)).isZero();
    assertThat(Elementary.exp(800)).isInfinite();
    assertThat(Elementary.exp(Double.NaN)).isNaN();
  }
}
