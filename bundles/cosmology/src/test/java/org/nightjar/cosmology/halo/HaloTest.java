package org.nightjar.cosmology.halo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nightjar.cosmology.FriedmannCosmology;
import org.nightjar.cosmology.Universes;
import org.nightjar.cosmology.internal.math.Quadrature;

/** The insides of haloes, their subhaloes and galaxies. */
class HaloTest {
  private static final FriedmannCosmology UNIVERSE = Universes.concordance();

  @Test
  void massesAndRadiiBelongTogether() {
    double radius = MassDefinition.M200C.radius(1e14, UNIVERSE, 0.3);
    double density = 1e14 / (4 * Math.PI / 3 * Math.pow(radius, 3));
    assertThat(density / UNIVERSE.criticalDensity(0.3)).isEqualTo(200, within(1e-9));
    assertThat(MassDefinition.M200C.mass(radius, UNIVERSE, 0.3))
        .isCloseTo(1e14, withinPercentage(1e-9));
    double ratio =
        MassDefinition.M200M.density(UNIVERSE, 1) / MassDefinition.M200C.density(UNIVERSE, 1);
    assertThat(ratio).isEqualTo(UNIVERSE.matterDensity(1), within(1e-12));
  }

  @Test
  void virialDensityIsThatOfBryanAndNorman() {
    double flat = MassDefinition.VIRIAL.density(UNIVERSE, 0) / UNIVERSE.criticalDensity(0);
    double x = -0.7;
    double expected = 18 * Math.PI * Math.PI + 82 * x - 39 * x * x;
    assertThat(flat).isCloseTo(expected, withinPercentage(1e-9));
    FriedmannCosmology matter = Universes.einsteinDeSitter();
    double full = MassDefinition.VIRIAL.density(matter, 0) / matter.criticalDensity(0);
    assertThat(full).isCloseTo(18 * Math.PI * Math.PI, withinPercentage(1e-9));
  }

  @Test
  void haloesKeepTheirProfileByEveryDefinition() {
    NfwHalo halo = new NfwHalo(1e14, 5, MassDefinition.M200C);
    NfwHalo inner = halo.as(MassDefinition.M500C, UNIVERSE, 0.3);
    assertThat(inner.mass()).isBetween(0.68e14, 0.74e14);
    assertThat(inner.scaleRadius(UNIVERSE, 0.3))
        .isCloseTo(halo.scaleRadius(UNIVERSE, 0.3), withinPercentage(1e-9));
    assertThat(inner.scaleDensity(UNIVERSE, 0.3))
        .isCloseTo(halo.scaleDensity(UNIVERSE, 0.3), withinPercentage(1e-9));
    NfwHalo back = inner.as(MassDefinition.M200C, UNIVERSE, 0.3);
    assertThat(back.mass()).isCloseTo(1e14, withinPercentage(1e-9));
    assertThat(back.concentration()).isCloseTo(5, withinPercentage(1e-9));
    NfwHalo same = halo.as(MassDefinition.M200C, UNIVERSE, 0.3);
    assertThat(same.concentration()).isCloseTo(5, withinPercentage(1e-9));
  }

  @Test
  void enclosedMassIsSmoothWhereItsFormulaChanges() {
    double x = 1e-3;
    double series = NfwHalo.enclosed(x * (1 - 1e-12));
    assertThat(series).isCloseTo(Math.log1p(x) - x / (1 + x), withinPercentage(1e-7));
  }

  @Test
  void duffysHaloesHaveTheirConcentrationAtThePivot() {
    assertThat(DuffyConcentration.ALL_200C.at(2e12 / 0.7, 0.7, 0)).isEqualTo(5.71, within(1e-9));
    double later = DuffyConcentration.RELAXED_VIRIAL.at(2e13 / 0.7, 0.7, 1);
    double expected = 9.23 * Math.pow(10, -0.090) * Math.pow(2, -0.69);
    assertThat(later).isCloseTo(expected, withinPercentage(1e-9));
    assertThat(DuffyConcentration.ALL_200M.definition()).isEqualTo(MassDefinition.M200M);
  }

  @Test
  void subhaloesOfASimpleSlopeHaveTheirClosedForm() {
    ValeOstrikerSubhaloes exponential = new ValeOstrikerSubhaloes(0, 0.39, 0.18, 3);
    double t = 0.01 / (3 * 0.39);
    assertThat(exponential.above(0.01))
        .isCloseTo(0.18 / 0.39 * Math.exp(-t), withinPercentage(1e-8));
    ValeOstrikerSubhaloes linear = new ValeOstrikerSubhaloes(-1, 0.39, 0.18, 1);
    double u = 0.2 / 0.39;
    assertThat(linear.above(0.2))
        .isCloseTo(0.18 / 0.39 * (1 + u) * Math.exp(-u) / 2, withinPercentage(1e-8));
  }

  @Test
  void strippedMassesAddUpToTheirShare() {
    ValeOstrikerSubhaloes model = new ValeOstrikerSubhaloes(1.91, 0.39, 0.18, 3);
    double original =
        Quadrature.integrate(
            x -> model.perLogarithm(Math.exp(x)) * Math.exp(x), -460, Math.log(60), 1e-9);
    assertThat(original / 3).isEqualTo(0.18, within(1e-6));
    double between = model.above(1e-4) - model.above(1e-2);
    double sum =
        Quadrature.integrate(
            x -> model.perLogarithm(Math.exp(x)), Math.log(1e-4), Math.log(1e-2), 1e-9);
    assertThat(between).isCloseTo(sum, withinPercentage(1e-6));
    assertThatThrownBy(() -> new ValeOstrikerSubhaloes(2, 0.39, 0.18, 3))
        .hasMessageContaining("alpha 2");
  }

  @Test
  void incompleteGammaFollowsItsRecursion() {
    for (double a : new double[] {-2.3, -0.91, 0, 0.5, 3}) {
      for (double x : new double[] {1e-6, 0.1, 2, 30}) {
        double next = ValeOstrikerSubhaloes.incompleteGamma(a + 1, x);
        double expected = a * ValeOstrikerSubhaloes.incompleteGamma(a, x);
        expected += Math.pow(x, a) * Math.exp(-x);
        // The two terms of the recursion nearly cancel where x is small.
        assertThat(next).isCloseTo(expected, withinPercentage(1e-5));
      }
    }
    double root = Math.sqrt(Math.PI);
    assertThat(ValeOstrikerSubhaloes.incompleteGamma(0.5, 0))
        .isCloseTo(root, withinPercentage(1e-8));
    double small = ValeOstrikerSubhaloes.incompleteGamma(0.09, 0);
    assertThat(small).isCloseTo(10.6162165, withinPercentage(1e-5));
  }

  @Test
  void drawnSubhaloesFollowTheirNumbers() {
    ValeOstrikerSubhaloes model = new ValeOstrikerSubhaloes(1.91, 0.39, 0.18, 3);
    SubhaloSampler sampler = new SubhaloSampler(model, 1e-4);
    double expected = model.above(1e-2) - model.above(SubhaloSampler.LARGEST);
    assertThat(sampler.mean(1e12, 1e10)).isCloseTo(expected, withinPercentage(1e-4));
    Random random = new Random(7);
    int large = 0;
    for (int i = 0; i < 50_000; i++) {
      double mass = sampler.sample(1e12, 1e10, random);
      assertThat(mass).isBetween(0.999999e10, 0.500001e12);
      large += mass > 5e10 ? 1 : 0;
    }
    double p = sampler.mean(1e12, 5e10) / sampler.mean(1e12, 1e10);
    assertThat(large / 5e4).isEqualTo(p, within(4 * Math.sqrt(p * (1 - p) / 5e4)));
    assertThat(sampler.mean(1e12, 0.6e12)).isZero();
    assertThat(sampler.sample(1e12, 0.6e12, random)).isNaN();
    assertThatThrownBy(() -> new SubhaloSampler(model, 0.7)).hasMessageContaining("0.7");
  }

  @Test
  void giocolisSubhaloesArePowerLawsBelowTheCut() {
    GiocoliSubhaloes model = GiocoliSubhaloes.published();
    double ratio = model.perLogarithm(1e-6) / model.perLogarithm(1e-5);
    assertThat(ratio).isCloseTo(Math.pow(10, 0.8), withinPercentage(1e-3));
    double slope = (model.above(0.0999) - model.above(0.1001)) / Math.log(0.1001 / 0.0999);
    assertThat(slope).isCloseTo(model.perLogarithm(0.1), withinPercentage(0.01));
    assertThat(model.above(1)).isZero();
  }

  @Test
  void theBrightestLiveInTheMostMassive() {
    double[] matched =
        AbundanceMatching.byRank(new double[] {3e12, 1e15, 2e11}, new double[] {5, 1, 9});
    assertThat(matched).containsExactly(5, 9, 1);
    assertThatThrownBy(() -> AbundanceMatching.byRank(new double[2], new double[3]))
        .hasMessageContaining("2 haloes for 3 galaxies");
    double luminosity =
        AbundanceMatching.luminosity(100, m -> Math.pow(m, -2), l -> Math.pow(l, -4), 1e-3, 1e3);
    assertThat(luminosity).isCloseTo(10, withinPercentage(1e-8));
    double beyond = AbundanceMatching.luminosity(1e9, m -> 1 / m, l -> 1 / l, 1, 100);
    assertThat(beyond).isCloseTo(100, withinPercentage(1e-8));
  }

  @Test
  void quenchingFollowsItsProbability() {
    Quenching mass = new Quenching.ByMass(1e12, 0.5);
    assertThat(mass.probability(1e12)).isEqualTo(0.5, within(1e-12));
    assertThat(mass.probability(1e12 * Math.pow(10, 0.5))).isEqualTo(0.841344746, within(1e-8));
    assertThat(mass.probability(1e6)).isCloseTo(1.776e-33, withinPercentage(0.1));
    Quenching satellites = new Quenching.ByEnvironment(0.3);
    Random random = new Random(3);
    int quenched = 0;
    for (int i = 0; i < 100_000; i++) {
      quenched += satellites.quenched(1e13, random) ? 1 : 0;
    }
    assertThat(quenched / 1e5).isEqualTo(0.3, within(0.006));
    assertThatThrownBy(() -> new Quenching.ByEnvironment(1.2)).hasMessageContaining("1.2");
    assertThatThrownBy(() -> new Quenching.ByMass(0, 1)).hasMessageContaining("offset 0");
  }
}
