package org.nightjar.cosmology.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.CosmologyParameters;
import org.nightjar.cosmology.FriedmannCosmology;
import org.nightjar.cosmology.Universes;

/** Spectra and what follows from them, against closed forms. */
class PowerTest {
  private static final FriedmannCosmology UNIVERSE = Universes.withRadiation();

  private static PowerSpectrum linear() throws NightjarException {
    CosmologyParameters parameters = UNIVERSE.parameters();
    return LinearPower.normalised(parameters, new EisensteinHu(parameters), 0.96, 0.8);
  }

  @Test
  void transferFunctionsAreOneForLongWavesAndFallForShortOnes() throws NightjarException {
    CosmologyParameters parameters = UNIVERSE.parameters();
    TransferFunction[] all = {
      new EisensteinHu(parameters), new SmoothEisensteinHu(parameters), BbksTransfer.of(parameters)
    };
    for (TransferFunction transfer : all) {
      assertThat(transfer.at(0)).isEqualTo(1, within(1e-12));
      assertThat(transfer.at(1e-6)).isEqualTo(1, within(1e-4));
      assertThat(transfer.at(1)).isBetween(2e-3, 3e-3);
      // ln(k)/k^2 far out, but for the slow logarithm.
      assertThat(transfer.at(1e4) / transfer.at(1e3)).isBetween(0.01, 0.02);
    }
  }

  @Test
  void soundHorizonIsThatOfTheBaryonOscillations() throws NightjarException {
    EisensteinHu transfer = new EisensteinHu(UNIVERSE.parameters());
    assertThat(transfer.soundHorizon()).isEqualTo(150, within(5.0));
  }

  @Test
  void needsBaryonsAndPhotons() {
    assertThatThrownBy(() -> new EisensteinHu(CosmologyParameters.flat(70, 0.3).build()))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("Ob0 = 0.0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.1, 1, 30, 1000})
  void spheresOfPowerLawsHaveTheirVariance(double radius) {
    // Integrals of j1(x)^2 / x^2 and j1(x)^2 / x from 0 on: pi/15 and 1/4.
    SphereVariance steep = new SphereVariance(k -> 1 / (k * k));
    double variance = 3 / (10 * Math.PI * radius);
    assertThat(steep.rms(radius)).isCloseTo(Math.sqrt(variance), withinPercentage(1e-5));
    assertThat(steep.slope(radius)).isEqualTo(-0.5, within(1e-6));
    SphereVariance flatter = new SphereVariance(k -> 1 / k);
    double other = 9 / (8 * Math.PI * Math.PI * radius * radius);
    assertThat(flatter.rms(radius)).isCloseTo(Math.sqrt(other), withinPercentage(1e-4));
    assertThat(flatter.slope(radius)).isEqualTo(-1, within(1e-5));
  }

  @Test
  void windowIsSmoothWhereItsFormulaChanges() {
    for (double x : new double[] {0.2999999, 0.3000001}) {
      double exact = 3 * (Math.sin(x) - x * Math.cos(x)) / (x * x * x);
      assertThat(SphereVariance.window(x)).isEqualTo(exact, within(1e-12));
    }
    assertThat(SphereVariance.window(0)).isEqualTo(1);
  }

  @Test
  void normalisesToSigma8() throws NightjarException {
    assertThat(new SphereVariance(linear()).rms(8 / 0.7)).isEqualTo(0.8, within(1e-8));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 1e5})
  void primordialAmplitudeSetsTheLongWaves(double scale) throws NightjarException {
    PrimordialSpectrum primordial = new PrimordialSpectrum(2e-9 * scale, 1, 0.05);
    CosmologyParameters parameters = UNIVERSE.parameters();
    PowerSpectrum power = LinearPower.of(parameters, new EisensteinHu(parameters), primordial);
    double length = UNIVERSE.hubbleDistance();
    double k = 1e-7;
    double expected = 2 * Math.PI * Math.PI * k * 2e-9 * scale * Math.pow(0.4 / 0.3, 2);
    assertThat(power.at(k)).isCloseTo(expected * Math.pow(length, 4), withinPercentage(0.001));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 1, 20, 150})
  void correlationsOfSimpleSpectraHaveTheirClosedForm(double r) {
    double a = 3;
    CorrelationFunction damped = new CorrelationFunction(k -> Math.exp(-a * k));
    double expected = a / Math.pow(Math.PI * (a * a + r * r), 2);
    assertThat(damped.at(r)).isCloseTo(expected, withinPercentage(0.001));
    CorrelationFunction law = new CorrelationFunction(k -> 1 / (k * k));
    assertThat(law.at(r)).isCloseTo(1 / (4 * Math.PI * r), withinPercentage(1e-4));
  }

  @Test
  void correlationsShowTheAcousticPeak() throws NightjarException {
    CorrelationFunction correlation = new CorrelationFunction(linear());
    double peak = 150 * 150 * correlation.at(150);
    assertThat(peak).isGreaterThan(120 * 120 * correlation.at(120));
    assertThat(peak).isGreaterThan(175 * 175 * correlation.at(175));
    assertThat(correlation.at(300)).isNegative();
  }

  @Test
  void tablesFollowTheirSpectrum() throws NightjarException {
    PowerSpectrum power = linear();
    TabulatedPower table = TabulatedPower.of(power, 1e-4, 10, 1e-6);
    for (double k = 1.1e-4; k < 9; k *= 1.237) {
      assertThat(table.at(k)).isCloseTo(power.at(k), withinPercentage(1e-3));
    }
    TabulatedPower law = new TabulatedPower(new double[] {1, 2}, new double[] {8, 1});
    assertThat(law.at(4)).isCloseTo(0.125, withinPercentage(1e-9));
    assertThat(law.at(0.5)).isCloseTo(64, withinPercentage(1e-9));
    assertThatThrownBy(() -> new TabulatedPower(new double[] {1, 2}, new double[] {8, 0}))
        .hasMessageContaining("above 0");
  }

  @Test
  void longWavesStayLinearAndShortOnesDoNot() throws NightjarException {
    PowerSpectrum power = linear();
    for (HalofitModel model : HalofitModel.values()) {
      Halofit nonlinear = new Halofit(model, power, UNIVERSE, 0);
      assertThat(nonlinear.at(1e-4)).isCloseTo(power.at(1e-4), withinPercentage(0.1));
      assertThat(nonlinear.at(1) / power.at(1)).isBetween(4.0, 12.0);
    }
  }

  @Test
  void nothingIsNonlinearInANearlySmoothUniverse() throws NightjarException {
    PowerSpectrum weak = linear().grown(1e-6);
    Halofit nonlinear = new Halofit(HalofitModel.TAKAHASHI, weak, UNIVERSE, 0);
    assertThat(nonlinear.at(1)).isEqualTo(weak.at(1));
  }

  @Test
  void darkEnergyEntersBothCoefficientsOfTakahashi() {
    HalofitModel.Coefficients constant = HalofitModel.TAKAHASHI.at(-1.8, 0.4, 0);
    HalofitModel.Coefficients changing = HalofitModel.TAKAHASHI.at(-1.8, 0.4, 0.14);
    double a = Math.log10(changing.a() / constant.a());
    double b = Math.log10(changing.b() / constant.b());
    assertThat(a).isEqualTo(0.14 * 0.1749, within(1e-12));
    assertThat(b).isEqualTo(0.14 * 0.2279, within(1e-12));
  }

  @Test
  void massiveNeutrinosRaiseBirdsOneHaloTerm() throws NightjarException {
    FriedmannCosmology massive =
        Universes.of(
            CosmologyParameters.flat(70, 0.3)
                .cmb(2.725)
                .baryons(0.05)
                .neutrinoMasses(List.of(0.2, 0.2, 0.2)));
    PowerSpectrum power = linear();
    double with = new Halofit(HalofitModel.BIRD, power, massive, 0).at(2);
    double without = new Halofit(HalofitModel.BIRD, power, UNIVERSE, 0).at(2);
    assertThat(with / without).isBetween(1.01, 1.1);
  }
}
