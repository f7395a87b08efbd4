package org.nightjar.statistics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.statistics.random.Philox;
import org.nightjar.statistics.random.Streams;

class TablesTest {
  private static final int N = 100_000;

  @ParameterizedTest
  @CsvSource({
    "-1.3, 0.01, 1000",
    "-1, 1e-4, 100",
    "-0.5, 1e-8, 1000",
    "-2.5, 1e-3, 10",
    "0.4, 0.1, 3",
    "-1.2, 20, 800",
    "-8, 0.5, 1000",
    "-1.01, 1e-14, 1000"
  })
  void schechterNumbersFollowTheirDistribution(double alpha, double min, double max) {
    TruncatedSchechter schechter = new TruncatedSchechter(alpha, min, max);
    double all = IncompleteGamma.upper(alpha + 1, min);
    double beyond = IncompleteGamma.upper(alpha + 1, max);
    assertThat(schechter.normalisation()).isCloseTo(all - beyond, within(1e-9 * (all - beyond)));
    assertThat(schechter.error()).isLessThan(QuantileTable.DEFAULT_TOLERANCE);
    Samples samples = Samples.of(schechter, N);
    assertThat(samples.distance(x -> (all - IncompleteGamma.upper(alpha + 1, x)) / (all - beyond)))
        .isLessThan(1);
    assertThat(Arrays.stream(samples.values())).allMatch(x -> x >= min && x <= max);
  }

  @Test
  void quantilesRiseAndAreAsGoodAsTheySay() {
    QuantileTable table = QuantileTable.of(x -> x * x * Math.exp(-x), 0, 30, 1e-9);
    double before = -1;
    for (int i = 0; i <= 10_000; i++) {
      double p = i / 10_000.0;
      double x = table.quantile(p);
      assertThat(x).isGreaterThan(before);
      before = x;
      assertThat(IncompleteGamma.regularisedLower(3, x)).isCloseTo(p, within(4e-9));
    }
    assertThat(table.error()).isLessThanOrEqualTo(1e-9).isPositive();
    assertThat(table.integral()).isCloseTo(2, within(1e-9));
    assertThat(table.cumulative(3))
        .isCloseTo(IncompleteGamma.regularisedLower(3, 3), within(1e-10));
    assertThat(table.pieces()).isLessThan(2000);
  }

  @Test
  void aGapInADensityIsNeverDrawn() {
    QuantileTable table =
        QuantileTable.of(x -> x < 1 || x > 2 ? 1 : 0, 0, 4, QuantileTable.DEFAULT_TOLERANCE);
    for (double x : Samples.of(table, N).values()) {
      assertThat(x > 1 + 1e-6 && x < 2 - 1e-6).isFalse();
    }
  }

  @Test
  void aDensityOfNothingIsRefused() {
    assertThatThrownBy(() -> QuantileTable.of(x -> 0, 0, 1, 1e-6)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> QuantileTable.of(x -> 1, 1, 1, 1e-6)).hasMessageContaining("1.0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-3, 0.2, 3, 50, 700})
  void tailsFollowTheirDistributionAboveAnyLimit(double limit) {
    SchechterTail tail = new SchechterTail(-1.3, 1e-10, 1e-7);
    double log = tail.logarithm(limit);
    Samples samples = Samples.of(random -> tail.drawLogarithm(log, random), N);
    assertThat(samples.distance(t -> -Math.expm1(tail.logarithm(Math.exp(t)) - log))).isLessThan(1);
    assertThat(tail.error()).isLessThanOrEqualTo(1e-7);
  }

  @Test
  void tailsFollowTheirDistributionBetweenLimits() {
    SchechterTail tail = new SchechterTail(-1.1, 1e-5, 1e-7);
    double lower = tail.logarithm(0.02);
    double upper = tail.logarithm(2);
    Samples samples = Samples.of(random -> tail.drawLogarithm(lower, upper, random), N);
    double all = -Math.expm1(upper - lower);
    assertThat(samples.distance(t -> -Math.expm1(tail.logarithm(Math.exp(t)) - lower) / all))
        .isLessThan(1);
    Philox random = new Streams(1).stream("ends");
    assertThat(Math.exp(tail.drawLogarithm(lower, upper, random.at(3)))).isBetween(0.02, 2.0);
  }
}
