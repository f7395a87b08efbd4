package org.nightjar.inference.internal.precision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundsTest {
  private static final int IN_ROUND = 16;

  private static void round(Rounds rounds, double one, double other) {
    for (int i = 0; i < IN_ROUND; i++) {
      rounds.add(one, other);
    }
  }

  @Test
  void oneDisturbedRoundDoesNotMoveTheMiddle() {
    Rounds rounds = new Rounds();
    for (int round = 0; round < 20; round++) {
      assertThat(rounds.size()).isEqualTo(round);
      round(rounds, 100, round == 7 ? 10_000 : 50);
    }
    assertThat(rounds.first()).isEqualTo(100);
    assertThat(rounds.second()).isEqualTo(50);
    assertThat(rounds.ratio()).isEqualTo(0.5);
    assertThat(rounds.least()).isEqualTo(0.5);
    assertThat(rounds.most()).isEqualTo(100);
  }

  @Test
  void ofAnEvenNumberTheMiddleLiesBetween() {
    Rounds rounds = new Rounds();
    round(rounds, 100, 50);
    round(rounds, 100, 150);
    assertThat(rounds.ratio()).isEqualTo(1);
  }

  @Test
  void aSlowSampleIsARound() {
    Rounds rounds = new Rounds();
    rounds.add(300e6, 100e6);
    assertThat(rounds.size()).isEqualTo(1);
    assertThat(rounds.first()).isEqualTo(300e6);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0.01, 0, 0.015", "0.0101, 0, 0.016", "0.001, 0.02, 0.03", "2, 1, 3"})
  void goldenVectorsAllowHalfAsMuchAgain(double evaluated, double golden, double tolerance) {
    assertThat(Tolerance.of(evaluated, golden)).isEqualTo(tolerance);
  }
}
