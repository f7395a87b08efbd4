package org.nightjar.simulation.internal.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.simulation.internal.random.PhiloxStream;
import org.nightjar.statistics.random.Philox;

class ComponentsTest {
  private static final int DRAWS = 200_000;

  private final PhiloxStream random = new PhiloxStream(new Philox(42));

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 3.5, 29.9, 30, 100, 12_345.6, 1e9, 1e15})
  void poissonNumbersHaveMeanAndVariance(double mean) {
    double[] draws = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      draws[i] = PoissonNumber.draw(mean, random.at(i));
    }
    double error = Math.sqrt(mean / DRAWS);
    assertThat(mean(draws)).isCloseTo(mean, within(5 * error + 1e-12));
    double scatter = Math.sqrt((mean + 3 * mean * mean) / DRAWS);
    assertThat(variance(draws)).isCloseTo(mean, within(5 * scatter + 1e-12));
  }

  /** Against the moments of the density by Simpson's rule. */
  @ParameterizedTest
  @CsvSource({"-1,1", "-5,0.3", "0.5,6", "3,3.1", "4,40", "-7,-6", "-0.1,0.2", "-40,40", "-2,9"})
  void truncatedNumbersHaveMeanAndVariance(double low, double high) {
    double[] draws = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      draws[i] = TruncatedGauss.draw(low, high, random.at(i));
      assertThat(draws[i]).isBetween(low, high);
    }
    double norm = integral(x -> 1, low, high);
    double mean = integral(x -> x, low, high) / norm;
    double variance = integral(x -> (x - mean) * (x - mean), low, high) / norm;
    assertThat(mean(draws)).isCloseTo(mean, within(5 * Math.sqrt(variance / DRAWS)));
    assertThat(variance(draws)).isCloseTo(variance, within(0.03 * variance));
  }

  private static double integral(DoubleUnaryOperator weight, double from, double to) {
    double low = Math.max(from, -12);
    double high = Math.min(to, 12);
    int steps = 20_000;
    double width = (high - low) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double x = low + i * width;
      double factor = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      double peak = Math.min(low * low, high * high) / 2 * (low * high > 0 ? 1 : 0);
      sum += factor * weight.applyAsDouble(x) * Math.exp(peak - x * x / 2);
    }
    return sum * width / 3;
  }

  @ParameterizedTest
  @CsvSource({"0,0,180", "150,2,0.1", "359.9,-89.99,0.5", "10,90,30", "0,-90,1e-4", "200,45,100"})
  void positionsFillTheCapEvenly(double ra, double dec, double radius) {
    SphericalCap cap = new SphericalCap(ra, dec, radius);
    double[] x = new double[1];
    double[] y = new double[1];
    double[] parts = new double[DRAWS];
    double centre = Math.toRadians(dec);
    for (int i = 0; i < DRAWS; i++) {
      random.at(i);
      cap.place(random.nextDouble(), random.nextDouble(), x, y, 0);
      assertThat(x[0]).isGreaterThanOrEqualTo(0).isLessThan(360);
      double half = Math.sin((Math.toRadians(y[0]) - centre) / 2);
      double turn = Math.sin(Math.toRadians(x[0] - ra) / 2);
      double square = half * half + Math.cos(centre) * Math.cos(Math.toRadians(y[0])) * turn * turn;
      parts[i] = square / Math.pow(Math.sin(Math.toRadians(radius) / 2), 2);
    }
    assertThat(DoubleStream.of(parts).max().orElseThrow()).isLessThan(1 + 1e-6);
    assertThat(mean(parts)).isCloseTo(0.5, within(0.005));
    assertThat(variance(parts)).isCloseTo(1.0 / 12, within(0.002));
  }

  @Test
  void theSameObjectDrawsTheSame() {
    double first = TruncatedGauss.draw(-1, 3, random.at(7));
    random.at(9).nextGaussian();
    assertThat(TruncatedGauss.draw(-1, 3, random.at(7))).isEqualTo(first);
  }
}
