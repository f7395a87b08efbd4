package org.nightjar.cosmology.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** Integrals, tables and splines against closed forms. */
class QuadratureTest {
  @Test
  void integratesSmoothAndSharpFunctions() {
    assertThat(Quadrature.integrate(Math::exp, 0, 1, 1e-13)).isEqualTo(Math.E - 1, within(1e-14));
    double peak = Quadrature.integrate(x -> 1e-4 / (x * x + 1e-8), -1, 2, 1e-11);
    assertThat(peak).isCloseTo(Math.atan(1e4) + Math.atan(2e4), withinPercentage(1e-9));
    assertThat(Quadrature.integrate(Math::sqrt, 0, 1, 1e-10)).isEqualTo(2.0 / 3, within(1e-10));
    assertThat(Quadrature.integrate(Math::exp, 1, 0, 1e-12)).isEqualTo(1 - Math.E, within(1e-13));
    assertThat(Quadrature.integrate(x -> 0, 0, 1, 1e-12)).isZero();
    assertThat(Quadrature.integrate(x -> Double.NaN, 0, 1, 1e-12)).isNaN();
  }

  @Test
  void tabulatesIntegralsAndTheirInverses() {
    IntegralTable table = IntegralTable.of(Math::exp, 5, 1e-11);
    InverseTable inverse = new InverseTable(table);
    for (double x = 1e-9; x < 5; x = x * 1.1 + 1e-9) {
      assertThat(table.at(x)).isCloseTo(Math.expm1(x), withinPercentage(1e-10));
      assertThat(inverse.at(Math.expm1(x))).isCloseTo(x, withinPercentage(1e-9));
    }
    assertThat(table.at(5)).isCloseTo(Math.expm1(5), withinPercentage(1e-11));
    assertThat(inverse.at(inverse.end())).isEqualTo(5, within(1e-12));
  }

  @Test
  void takesMoreSegmentsForRougherFunctions() {
    int smooth = IntegralTable.of(x -> 1 + x, 1, 1e-11).segments();
    IntegralTable rough = IntegralTable.of(x -> 2 + Math.sin(3000 * x), 1, 1e-9);
    assertThat(rough.segments()).isGreaterThan(smooth);
    double exact = 2 + (1 - Math.cos(3000)) / 3000;
    assertThat(rough.at(1)).isCloseTo(exact, withinPercentage(1e-8));
  }

  @Test
  void splinesPassThroughTheirPointsAndFollowCubics() {
    double[] x = {0, 0.5, 1.7, 2, 3.1};
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = cubic(x[i]);
    }
    CubicSpline spline = new CubicSpline(x, y);
    for (double at = 0; at < 3.1; at += 0.07) {
      assertThat(spline.at(at)).isEqualTo(cubic(at), within(1e-12));
    }
    double slope = 1 - 4 * 3.1 + 3 * 3.1 * 3.1;
    assertThat(spline.at(4.1)).isEqualTo(cubic(3.1) + slope, within(1e-10));
    assertThat(spline.at(-1)).isEqualTo(cubic(0) - 1, within(1e-10));
    CubicSpline line = new CubicSpline(new double[] {1, 3}, new double[] {2, 8});
    assertThat(line.at(2)).isEqualTo(5);
    assertThatThrownBy(() -> new CubicSpline(new double[] {1, 1}, new double[] {2, 8}))
        .hasMessageContaining("place 1");
  }

  private static double cubic(double x) {
    return 2 + x - 2 * x * x + x * x * x;
  }
}
