package org.nightjar.statistics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.statistics.random.Philox;
import org.nightjar.statistics.random.Streams;

class DistributionsTest {
  private static final int N = 100_000;
  private static final double FIVE_SIGMA = 5 / Math.sqrt(N);

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.3, 0.999, 1, 1.7, 30, 5000})
  void gammaNumbersFollowTheirDistribution(double shape) {
    Gamma gamma = new Gamma(shape, 3);
    Samples samples = Samples.of(gamma, N);
    assertThat(samples.distance(gamma::cumulative)).isLessThan(1);
    assertThat(samples.mean())
        .isCloseTo(gamma.mean(), within(FIVE_SIGMA * Math.sqrt(gamma.variance())));
  }

  @Test
  void gammaNumbersOfTinyShapesHaveALogarithm() {
    Philox random = new Streams(1).stream("tiny");
    for (int i = 0; i < 1000; i++) {
      assertThat(new Gamma(1e-4, 1).drawLogarithm(random.at(i))).isFinite();
    }
  }

  @ParameterizedTest
  @CsvSource({"1.125, 3.375", "0.4, 0.2", "0.001, 0.001", "2, 7"})
  void betaNumbersHaveTheirMoments(double a, double b) {
    Beta beta = new Beta(a, b);
    Samples samples = Samples.of(beta, N);
    assertThat(samples.mean())
        .isCloseTo(beta.mean(), within(FIVE_SIGMA * Math.sqrt(beta.variance())));
    assertThat(samples.variance()).isCloseTo(beta.variance(), within(0.02 * beta.variance()));
  }

  @Test
  void aBetaNumberOfOneIsAPower() {
    assertThat(Samples.of(new Beta(2.5, 1), N).distance(x -> Math.pow(x, 2.5))).isLessThan(1);
    assertThat(Samples.of(new Beta(0.3, 1), N).distance(x -> Math.pow(x, 0.3))).isLessThan(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 2})
  void sharesSumToOne(double scale) {
    double[] shapes = {scale, 2 * scale, 3 * scale};
    double[] shares = new double[3];
    double[] means = new double[3];
    Philox random = new Streams(2).stream("shares");
    for (int i = 0; i < N; i++) {
      new Dirichlet(shapes).draw(random.at(i), shares);
      assertThat(shares[0] + shares[1] + shares[2]).isCloseTo(1, within(1e-14));
      for (int k = 0; k < 3; k++) {
        means[k] += shares[k] / N;
      }
    }
    for (int k = 0; k < 3; k++) {
      assertThat(means[k]).isCloseTo((k + 1) / 6.0, within(FIVE_SIGMA / 2));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, -1, 2",
    "0, 1, -0.1, 0.1",
    "0, 1, 3, 9",
    "0, 1, 3, 3.1",
    "2, 0.5, -Infinity, 0",
    "0.222, 0.057, 0, 1",
    "-1.85, 0.89, -Infinity, 0",
    "0, 1, 0.5, 0.6",
    "5, 2, 3, 4",
    "0, 1, 8, Infinity",
    "0, 1, -3, -2.9",
    "0, 1, -Infinity, Infinity"
  })
  void truncatedNormalNumbersFollowTheirDistribution(
      double mean, double deviation, double lower, double upper) {
    double from = Math.max(lower, mean - 12 * deviation);
    double to = Math.min(upper, mean + 12 * deviation);
    CumulativeIntegral integral =
        new CumulativeIntegral(
            x -> Math.exp(-0.5 * Math.pow((x - mean) / deviation, 2)), from, to, 1e-10);
    Samples samples = Samples.of(new TruncatedNormal(mean, deviation, lower, upper), N);
    assertThat(samples.distance(x -> integral.at(x) / integral.total())).isLessThan(1);
  }

  @ParameterizedTest
  @CsvSource({"1.5, 2, 1.3", "1, 3, 0.4", "-0.5, 0.7, 2", "2, 1.5, 0.6"})
  void generalisedGammaNumbersFollowTheirDistribution(double exponent, double power, double scale) {
    GeneralisedGamma distribution = new GeneralisedGamma(exponent, power, scale);
    Samples samples = Samples.of(distribution, N);
    assertThat(samples.distance(distribution::cumulative)).isLessThan(1);
    assertThat(samples.mean())
        .isCloseTo(distribution.mean(), within(FIVE_SIGMA * Math.sqrt(distribution.variance())));
    assertThat(GeneralisedGamma.ofMedian(exponent, power, 0.7).cumulative(0.7))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void logNormalNumbersHaveTheirMoments() {
    LogNormal distribution = new LogNormal(2, 0.4);
    Samples samples = Samples.of(distribution, N);
    assertThat(samples.mean())
        .isCloseTo(distribution.mean(), within(FIVE_SIGMA * Math.sqrt(distribution.variance())));
    assertThat(samples.variance())
        .isCloseTo(distribution.variance(), within(0.04 * distribution.variance()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 3, 9.99, 10, 25, 300, 1e6, 1e10})
  void poissonNumbersHaveTheirMoments(double mean) {
    Samples samples = Samples.of(new Poisson(mean), N);
    assertThat(samples.mean()).isCloseTo(mean, within(FIVE_SIGMA * Math.sqrt(mean)));
    assertThat(samples.variance())
        .isCloseTo(mean, within(FIVE_SIGMA * mean * Math.sqrt(2 + 1 / mean)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {4, 12, 40})
  void poissonNumbersFollowTheirDistribution(double mean) {
    int[] counts = new int[200];
    for (double value : Samples.of(new Poisson(mean), N).values()) {
      counts[(int) value]++;
    }
    for (int k = 0; k < counts.length; k++) {
      double p = Math.exp(k * Math.log(mean) - mean - GammaFunction.logarithm(k + 1.0));
      assertThat(counts[k] / (double) N).isCloseTo(p, within(5 * Math.sqrt(p / N) + 5.0 / N));
    }
  }

  @Test
  void aPiecewiseLinearDensityIsInvertedExactly() {
    PiecewiseLinear density =
        new PiecewiseLinear(new double[] {0, 1, 2, 4}, new double[] {1, 3, 0, 0});
    assertThat(density.integral()).isEqualTo(3.5);
    assertThat(density.quantile(2 / 3.5)).isCloseTo(1, within(1e-15));
    assertThat(density.quantile(0.625 / 3.5)).isCloseTo((Math.sqrt(3.5) - 1) / 2, within(1e-15));
    assertThat(density.quantile(1)).isEqualTo(2);
    assertThat(density.weight(0.5)).isEqualTo(2);
    assertThat(density.weight(5)).isZero();
    assertThatThrownBy(() -> new PiecewiseLinear(new double[] {0, 1}, new double[] {0, 0}))
        .hasMessageContaining("sum");
  }

  @Test
  void aChoiceFollowsItsWeights() {
    Choice choice = new Choice(1, 0, 2, 3, 0);
    Philox random = new Streams(4).stream("choice");
    int[] counts = new int[5];
    for (int i = 0; i < N; i++) {
      counts[choice.draw(random.at(i))]++;
    }
    for (int k = 0; k < 5; k++) {
      double p = choice.probability(k);
      assertThat(counts[k] / (double) N).isCloseTo(p, within(5 * Math.sqrt(p / N)));
    }
  }

  @Test
  void aGridIsDrawnAsItsDensityWeighsIt() {
    SteppedDensity stepped = new SteppedDensity(new double[] {0, 1, 2}, new double[] {1, 3, 1}, 5);
    assertThat(stepped.grid()).containsExactly(0, 0.5, 1, 1.5, 2);
    Samples samples = Samples.of(stepped, N);
    assertThat(samples.mean()).isCloseTo(1, within(FIVE_SIGMA));
    assertThat(samples.variance()).isCloseTo(1 / 3.0, within(FIVE_SIGMA));
  }

  @Test
  void anObjectDoesNotDependOnHowManyThereAre() {
    double[] some = new double[100];
    double[] more = new double[200];
    Distribution distribution = new Gamma(0.3, 1);
    distribution.fill(new Streams(5).stream("a"), 50, some);
    distribution.fill(new Streams(5).stream("a"), 0, more);
    for (int i = 0; i < some.length; i++) {
      assertThat(some[i]).isEqualTo(more[50 + i]);
    }
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> new Gamma(0, 1)).hasMessageContaining("shape is 0");
    assertThatThrownBy(() -> new Poisson(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new TruncatedNormal(0, 1, 2, 1)).hasMessageContaining("2.0 to 1.0");
    assertThatThrownBy(() -> new LogNormal(1, -1)).hasMessageContaining("deviation");
    assertThatThrownBy(() -> new Dirichlet()).hasMessageContaining("nothing");
    assertThatThrownBy(() -> new Choice(0, 0)).hasMessageContaining("sum");
  }
}
