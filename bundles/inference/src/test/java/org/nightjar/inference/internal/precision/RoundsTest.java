package org.nightjar.inference.internal.precision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundsTest {
  @Test
  void oneDisturbedRoundDoesNotMoveTheMiddle() {
    Rounds rounds = new Rounds();
    for (int round = 0; round < 20; round++) {
      rounds.add(100, round == 7 ? 10_000 : 50);
      rounds.add(100, 50);
      assertThat(rounds.spent()).isGreaterThanOrEqualTo(300);
      rounds.end();
      assertThat(rounds.spent()).isZero();
    }
    assertThat(rounds.first()).isEqualTo(100);
    assertThat(rounds.second()).isEqualTo(50);
    assertThat(rounds.ratio()).isEqualTo(0.5);
    assertThat(rounds.least()).isEqualTo(0.5);
    assertThat(rounds.most()).isEqualTo(50.25);
  }

  @Test
  void ofAnEvenNumberTheMiddleLiesBetween() {
    Rounds rounds = new Rounds();
    rounds.add(100, 50);
    rounds.end();
    rounds.add(100, 150);
    rounds.end();
    assertThat(rounds.ratio()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0.01, 0, 0.015", "0.0101, 0, 0.016", "0.001, 0.02, 0.03", "2, 1, 3"})
  void goldenVectorsAllowHalfAsMuchAgain(double evaluated, double golden, double tolerance) {
    assertThat(Tolerance.of(evaluated, golden)).isEqualTo(tolerance);
  }
}
