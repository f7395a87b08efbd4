package org.nightjar.mmwave.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.statistics.random.Philox;

class PoissonTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 5, 9.9, 10.1, 40, 3000})
  void meanAndVarianceAreRight(double mean) {
    Philox random = new Philox(11);
    int draws = 200_000;
    double sum = 0;
    double square = 0;
    for (int i = 0; i < draws; i++) {
      double value = Poisson.draw(random, mean);
      sum += value;
      square += (value - mean) * (value - mean);
    }
    assertThat(sum / draws).isCloseTo(mean, within(4.5 * Math.sqrt(mean / draws)));
    double spread = Math.sqrt((2 * mean * mean + mean) / draws);
    assertThat(square / draws).isCloseTo(mean, within(4.5 * spread));
  }

  @Test
  void frequenciesAreRight() {
    Philox random = new Philox(12);
    double mean = 12;
    int draws = 400_000;
    int[] counts = new int[60];
    for (int i = 0; i < draws; i++) {
      counts[(int) Math.min(59, Poisson.draw(random, mean))]++;
    }
    double chi2 = 0;
    double p = Math.exp(-mean);
    int bins = 0;
    for (int k = 0; k < 30; k++) {
      double expected = p * draws;
      if (expected > 20) {
        chi2 += (counts[k] - expected) * (counts[k] - expected) / expected;
        bins++;
      }
      p *= mean / (k + 1);
    }
    assertThat(chi2).isLessThan(bins + 4.5 * Math.sqrt(2.0 * bins));
  }

  @Test
  void nothingIsExpectedOfNothing() {
    assertThat(Poisson.draw(new Philox(1), 0)).isZero();
    assertThat(Poisson.logFactorial(25)).isCloseTo(58.00360522298052, within(1e-11));
  }
}
