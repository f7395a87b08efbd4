package org.nightjar.statistics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncompleteGammaTest {
  private static final double[] XS = {
    1e-12, 1e-6, 1e-3, 0.01, 0.1, 0.5, 0.9, 1, 1.09, 1.11, 1.5, 2, 5, 10, 30, 100, 300
  };

  @ParameterizedTest
  @ValueSource(
      doubles = {
        -6,
        -4.3,
        -3,
        -2.5,
        -2,
        -1.7,
        -1.5,
        -1.0000001,
        -1,
        -0.9999,
        -0.7,
        -0.5,
        -0.3,
        -0.2999,
        -1e-3,
        -1e-9,
        0,
        1e-9,
        1e-3,
        0.3,
        0.5,
        0.500001,
        0.7,
        1,
        2.2,
        5.5,
        20
      })
  void isTheIntegral(double a) {
    for (double x : XS) {
      // From x on, over t = x + e^s: smooth, and beyond the end nothing is left.
      CumulativeIntegral integral =
          new CumulativeIntegral(
              s -> Math.exp((a - 1) * Math.log1p(Math.exp(s - Math.log(x))) - Math.exp(s) + s),
              Math.log(x) - 40,
              Math.log(800),
              1e-13);
      double expected = integral.total() * Math.exp((a - 1) * Math.log(x) - x);
      assertThat(IncompleteGamma.upper(a, x))
          .as("x = " + x)
          .isCloseTo(expected, relative(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3.4, -2, -1.3, -0.999999, -0.5, -1e-5, 0.2, 0.9, 3})
  void obeysItsRecurrence(double a) {
    for (double x : XS) {
      double term = Math.exp(a * Math.log(x) - x);
      double scale = Math.max(term, Math.abs(a * IncompleteGamma.upper(a, x)));
      assertThat(IncompleteGamma.upper(a + 1, x))
          .as("x = " + x)
          .isCloseTo(a * IncompleteGamma.upper(a, x) + term, within(1e-10 * scale));
    }
  }

  @Test
  void knowsWhatIsKnown() {
    assertThat(IncompleteGamma.upper(1, 2)).isCloseTo(Math.exp(-2), relative(Math.exp(-2)));
    // E1(1), Abramowitz and Stegun table 5.1.
    assertThat(IncompleteGamma.upper(0, 1)).isCloseTo(0.219383934395520, within(1e-14));
    assertThat(IncompleteGamma.upper(0.5, 0)).isCloseTo(Math.sqrt(Math.PI), within(1e-13));
    assertThat(IncompleteGamma.upper(-0.5, 0)).isInfinite();
    assertThat(IncompleteGamma.upper(2, Double.POSITIVE_INFINITY)).isZero();
    assertThat(IncompleteGamma.regularisedUpper(-2, 0.3)).isZero();
    assertThat(IncompleteGamma.logarithmOfUpper(-0.3, 1000)).isBetween(-1010.0, -1000.0);
    assertThatThrownBy(() -> IncompleteGamma.upper(1, -1)).hasMessageContaining("-1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.4, 0.833, 1, 2.5, 40, 1000})
  void itsInverseIsOne(double a) {
    for (double p : new double[] {1e-8, 0.01, 0.3, 0.5, 0.9, 0.999}) {
      double x = IncompleteGamma.inverseLower(a, p);
      assertThat(IncompleteGamma.regularisedLower(a, x)).isCloseTo(p, relative(p));
      assertThat(IncompleteGamma.regularisedUpper(a, x)).isCloseTo(1 - p, within(1e-11));
    }
  }

  @Test
  void theGammaFunctionIsAFactorial() {
    assertThat(GammaFunction.of(6)).isCloseTo(120, within(1e-10));
    assertThat(GammaFunction.of(0.5)).isCloseTo(Math.sqrt(Math.PI), within(1e-14));
    assertThat(GammaFunction.of(-0.5)).isCloseTo(-2 * Math.sqrt(Math.PI), within(1e-13));
    assertThat(GammaFunction.logarithm(1e6)).isCloseTo(12815504.569147611, within(1e-6));
    assertThatThrownBy(() -> GammaFunction.of(-3)).hasMessageContaining("pole");
  }

  private static org.assertj.core.data.Offset<Double> relative(double value) {
    return within(1e-10 * Math.abs(value));
  }
}
