package org.nightjar.cosmology.halo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.cosmology.Universes;
import org.nightjar.cosmology.internal.math.Quadrature;

/** Mass functions against what their papers say of them. */
class MassFunctionTest {
  /** The fraction of all matter in haloes. */
  private static double collapsed(MassFunction function) {
    return Quadrature.integrate(x -> function.multiplicity(Math.exp(-x), 0), -80, 4, 1e-10);
  }

  @Test
  void pressAndSchechterPutAllMatterIntoHaloes() {
    assertThat(collapsed(EllipsoidalCollapse.pressSchechter())).isEqualTo(1, within(1e-8));
  }

  @Test
  void theMassFunctionsMadeSoPutAllMatterIntoHaloes() {
    assertThat(collapsed(EllipsoidalCollapse.shethTormen())).isEqualTo(1, within(0.001));
    assertThat(collapsed(new PeacockMassFunction())).isEqualTo(1, within(1e-6));
    for (double delta : new double[] {200, 250, 3200}) {
      MassFunction function = new TinkerBiasedMassFunction(delta);
      // Its slope for small haloes is so flat that much is in those of sigma above exp(80).
      double whole =
          Quadrature.integrate(x -> function.multiplicity(Math.exp(-x), 1), -300, 4, 1e-10);
      assertThat(whole).isEqualTo(1, within(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.6, 0.8, 1, 1.5})
  void theFitsOfFriendsOfFriendsAgreeWithEachOther(double sigma) {
    double warren = WarrenForm.warren().multiplicity(sigma, 0);
    MassFunction[] others = {
      new JenkinsMassFunction(),
      WarrenForm.watson(),
      WarrenForm.angulo(),
      WarrenForm.crocce(),
      new BhattacharyaMassFunction(),
      new PeacockMassFunction(),
      EllipsoidalCollapse.reed()
    };
    for (MassFunction other : others) {
      assertThat(other.multiplicity(sigma, 0)).isCloseTo(warren, withinPercentage(16));
    }
  }

  @Test
  void warrenAtSigmaOneIsItsCoefficients() {
    double expected = 0.7234 * 1.2538 * Math.exp(-1.1982);
    assertThat(WarrenForm.warren().multiplicity(1, 3)).isCloseTo(expected, withinPercentage(1e-9));
    double jenkins = 0.315 * Math.exp(-Math.pow(0.61, 3.8));
    assertThat(new JenkinsMassFunction().multiplicity(1, 3))
        .isCloseTo(jenkins, withinPercentage(1e-9));
  }

  @Test
  void tinkerFollowsItsTableAndFadesWithRedshift() {
    double expected = 0.186 * (Math.pow(1 / 2.57, -1.47) + 1) * Math.exp(-1.19);
    MassFunction function = new TinkerMassFunction(200);
    assertThat(function.multiplicity(1, 0)).isCloseTo(expected, withinPercentage(1.0));
    assertThat(function.multiplicity(1, 1)).isLessThan(function.multiplicity(1, 0));
    double between = new TinkerMassFunction(250).multiplicity(1, 0);
    assertThat(between)
        .isBetween(new TinkerMassFunction(300).multiplicity(1, 0), function.multiplicity(1, 0));
    assertThatThrownBy(() -> new TinkerMassFunction(100)).hasMessageContaining("200 to 3200");
    assertThatThrownBy(() -> new TinkerBiasedMassFunction(4000)).hasMessageContaining("4000");
  }

  @Test
  void watsonsOverdensityChangesNothingAt178() {
    WatsonMassFunction function = new WatsonMassFunction(Universes.concordance(), 178);
    double today = 0.194 * (Math.pow(2.267, 1.805) + 1) * Math.exp(-1.287);
    assertThat(function.multiplicity(1, 0)).isCloseTo(today, withinPercentage(1e-9));
    double early = 0.563 * (Math.pow(0.874, 3.810) + 1) * Math.exp(-1.453);
    assertThat(function.multiplicity(1, 7)).isCloseTo(early, withinPercentage(1e-9));
    double denser = new WatsonMassFunction(Universes.concordance(), 500).multiplicity(1, 0.5);
    assertThat(denser).isLessThan(function.multiplicity(1, 0.5));
  }

  @Test
  void biasIsOneForTypicalHaloesAndGrowsWithMass() {
    HaloBias[] all = {
      HaloBias.shethTormen(), HaloBias.shethMoTormen(), HaloBias.tinker(200), HaloBias.tinker(1600)
    };
    for (HaloBias bias : all) {
      assertThat(bias.at(1.686)).isEqualTo(1, within(0.35));
      assertThat(bias.at(0.8)).isGreaterThan(bias.at(1.2));
      assertThat(bias.at(0.5)).isBetween(5.0, 10.0);
    }
    // Tinker et al. 2010, equation 6 with table 2 at nu = 1, written out.
    double y = Math.log10(200);
    double e = Math.exp(-Math.pow(4 / y, 4));
    double powers = Math.pow(1.686, 0.44 * y - 0.88);
    double nu1 = 1 - (1 + 0.24 * y * e) / (1 + powers) + 0.183 + 0.019 + 0.107 * y + 0.19 * e;
    assertThat(HaloBias.tinker(200).at(1.686)).isCloseTo(nu1, withinPercentage(1e-9));
  }

  @Test
  void haloesOfAllMassesAreUnbiasedTogether() {
    // The peak-background split: the mean bias of all matter in haloes is 1.
    MassFunction function = EllipsoidalCollapse.shethTormen();
    HaloBias bias = HaloBias.shethTormen();
    double mean =
        Quadrature.integrate(
            x -> function.multiplicity(Math.exp(-x), 0) * bias.at(Math.exp(-x)), -80, 4, 1e-10);
    assertThat(mean / collapsed(function)).isEqualTo(1, within(1e-6));
  }
}
