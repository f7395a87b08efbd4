package org.nightjar.cosmology.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.cosmology.CosmologyParameters;
import org.nightjar.cosmology.FriedmannCosmology;
import org.nightjar.cosmology.Universes;

/** Growth against closed forms, and one way to compute it against another. */
class GrowthTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 2, 50})
  void growsWithTheScaleFactorWhileMatterRules(double z) {
    FriedmannCosmology universe = Universes.einsteinDeSitter();
    double a = 1 / (1 + z);
    assertThat(new LinderGrowth(universe, 0.55).factor(z)).isCloseTo(a, withinPercentage(1e-8));
    assertThat(new LinderGrowth(universe, 0.55).rate(z)).isEqualTo(1, within(1e-12));
    assertThat(new CarrollGrowth(universe).factor(z)).isCloseTo(a, withinPercentage(1e-8));
    assertThat(new HeathGrowth(universe).factor(z)).isCloseTo(a, withinPercentage(1e-7));
    assertThat(new ExactGrowth(universe).factor(z)).isCloseTo(a, withinPercentage(1e-6));
    assertThat(new ExactGrowth(universe).rate(z)).isEqualTo(1, within(1e-7));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 1, 3, 20})
  void theEquationGivesTheIntegralWhereBothHold(double z) {
    for (double dark : new double[] {0, 0.7, 0.9}) {
      FriedmannCosmology universe = Universes.of(CosmologyParameters.curved(70, 0.3, dark));
      Growth integral = new HeathGrowth(universe);
      Growth equation = new ExactGrowth(universe);
      assertThat(equation.factor(z)).isCloseTo(integral.factor(z), withinPercentage(1e-6));
      assertThat(equation.normalised().factor(z))
          .isCloseTo(integral.normalised().factor(z), withinPercentage(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 10, 3000, 20_000, 500_000})
  void followsMeszarosWithRadiation(double z) {
    double radiation = 0.01;
    double kelvin = 2.725 * Math.pow(radiation / 4.15e-5 * 0.49, 0.25);
    FriedmannCosmology universe =
        Universes.of(CosmologyParameters.curved(70, 1 - radiation, 0).cmb(kelvin));
    double share = universe.photonDensity(0) + universe.neutrinoDensity(0);
    double equality = share / universe.matterDensity(0);
    // What curvature is left is too small to matter except late.
    double expected = 1 / (1 + z) + 2 * equality / 3;
    assertThat(new ExactGrowth(universe).factor(z)).isCloseTo(expected, withinPercentage(0.05));
  }

  @Test
  void theRateIsTheDerivative() {
    ExactGrowth growth = new ExactGrowth(Universes.mixed());
    for (double z : new double[] {0.1, 1, 10}) {
      double step = 1e-4;
      double up = growth.factor((1 + z) * Math.exp(step) - 1);
      double down = growth.factor((1 + z) * Math.exp(-step) - 1);
      assertThat(growth.rate(z)).isEqualTo(-Math.log(up / down) / (2 * step), within(1e-7));
    }
    LinderGrowth linder = new LinderGrowth(Universes.concordance(), LinderGrowth.LAMBDA);
    double numeric = (linder.factor(1.0001) - linder.factor(0.9999)) / 2e-4;
    assertThat(linder.derivative(1)).isEqualTo(numeric, within(1e-7));
  }

  @Test
  void theApproximationsAreNearTheEquation() {
    FriedmannCosmology universe = Universes.concordance();
    double exact = new ExactGrowth(universe).factor(0);
    assertThat(exact).isEqualTo(0.7789, within(1e-3));
    assertThat(new CarrollGrowth(universe).factor(0)).isCloseTo(exact, withinPercentage(0.5));
    double linder = new LinderGrowth(universe, LinderGrowth.LAMBDA).factor(0);
    assertThat(linder).isCloseTo(exact, withinPercentage(0.5));
  }

  @Test
  void knowsItsRange() {
    ExactGrowth growth = new ExactGrowth(Universes.concordance());
    assertThat(growth.factor(-0.1)).isNaN();
    assertThat(growth.factor(2e6)).isNaN();
    assertThat(growth.normalised().factor(0)).isEqualTo(1);
  }
}
