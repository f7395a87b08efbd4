package org.nightjar.cosmology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.NightjarException;

/** Distances and times against closed forms and against a slow, separate integration. */
class FriedmannCosmologyTest {
  private static final double LENGTH = 299792.458 / 70;
  private static final double TIME = 3.0856775814913673e19 / 70 / (365.25e9 * 86400);

  @ParameterizedTest
  @ValueSource(doubles = {1e-8, 1e-4, 0.0009, 0.0011, 0.1, 1, 7, 1100, 9999, 20_000, 1e6})
  void followsTheClosedFormsOfEinsteinAndDeSitter(double z) {
    FriedmannCosmology universe = Universes.einsteinDeSitter();
    // 1 - 1/sqrt(1+z) without loss of digits.
    double root = Math.sqrt(1 + z);
    double bent = z / (root * (root + 1));
    assertThat(universe.comovingDistance(z)).isCloseTo(2 * LENGTH * bent, withinPercentage(1e-8));
    assertThat(universe.age(z))
        .isCloseTo(2.0 / 3 * TIME / Math.pow(root, 3), withinPercentage(1e-8));
    double ago = 2.0 / 3 * TIME * -Math.expm1(-1.5 * Math.log1p(z));
    assertThat(universe.lookbackTime(z)).isCloseTo(ago, withinPercentage(1e-8));
    assertThat(universe.hubble(z)).isCloseTo(70 * Math.pow(root, 3), withinPercentage(1e-10));
    assertThat(universe.matterDensity(z)).isEqualTo(1, within(1e-12));
    assertThat(universe.expansionSlope(z)).isEqualTo(1.5, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.5, 3, 1000})
  void followsTheClosedFormsOfDeSitter(double z) {
    FriedmannCosmology universe = Universes.of(CosmologyParameters.flat(70, 0));
    assertThat(universe.comovingDistance(z)).isCloseTo(LENGTH * z, withinPercentage(1e-8));
    assertThat(universe.lookbackTime(z)).isCloseTo(TIME * Math.log1p(z), withinPercentage(1e-8));
    assertThat(universe.age(z)).isInfinite();
    assertThat(universe.darkEnergyDensity(z)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.5, 3, 1000})
  void followsTheClosedFormsOfAnEmptyUniverse(double z) {
    FriedmannCosmology universe = Universes.of(CosmologyParameters.curved(70, 0, 0));
    double far = LENGTH * Math.log1p(z);
    assertThat(universe.comovingDistance(z)).isCloseTo(far, withinPercentage(1e-8));
    double across = LENGTH * Math.sinh(Math.log1p(z));
    assertThat(universe.transverseComovingDistance(z)).isCloseTo(across, withinPercentage(1e-8));
    assertThat(universe.age(z)).isCloseTo(TIME / (1 + z), withinPercentage(1e-8));
    assertThat(universe.curvatureDensity(z)).isEqualTo(1, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.9, 1.5, 2.5})
  void followsMattigInCurvedUniversesOfMatter(double om) {
    FriedmannCosmology universe = Universes.of(CosmologyParameters.curved(70, om, 0));
    for (double z : new double[] {0.1, 1, 5, 30}) {
      double root = Math.sqrt(1 + om * z) - 1;
      double mattig = LENGTH * 2 / (om * om) * (om * z + (om - 2) * root);
      assertThat(universe.luminosityDistance(z)).isCloseTo(mattig, withinPercentage(1e-8));
      double modulus = 5 * Math.log10(mattig) + 25;
      assertThat(universe.distanceModulus(z)).isEqualTo(modulus, within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-5, 0.0005, 0.3, 2, 9, 1100, 9000})
  void agreesWithSlowSumsInAUniverseWithEverything(double z) {
    FriedmannCosmology universe = Universes.mixed();
    double distance =
        299792.458 / 67 * simpson(x -> Math.exp(x) / separateExpansion(x), Math.log1p(z));
    assertThat(universe.comovingDistance(z)).isCloseTo(distance, withinPercentage(1e-8));
    double time =
        3.0856775814913673e19
            / 67
            / (365.25e9 * 86400)
            * simpson(x -> 1 / separateExpansion(x), Math.log1p(z));
    assertThat(universe.lookbackTime(z)).isCloseTo(time, withinPercentage(1e-8));
  }

  /** H/H0 of the mixed universe, written down anew. */
  private static double separateExpansion(double x) {
    double a = Math.exp(-x);
    double h2 = 0.67 * 0.67;
    double critical = 3 * Math.pow(67 / 3.0856775814913673e19, 2) / (8 * Math.PI * 6.67430e-11);
    double gamma = 4 * 5.670374419e-8 * Math.pow(2.7255, 4) / Math.pow(299792458.0, 3) / critical;
    assertThat(gamma).isCloseTo(2.4728e-5 / h2, withinPercentage(0.01));
    double sum = neutrinos(a);
    double ok = 1 - 0.32 - 0.65 - gamma * (1 + neutrinos(1));
    double dark = 0.65 * Math.pow(a, -3 * (1 - 0.9 + 0.3)) * Math.exp(-3 * 0.3 * (1 - a));
    double matter = 0.32 * Math.pow(a, -3);
    return Math.sqrt(gamma * (1 + sum) * Math.pow(a, -4) + matter + ok / (a * a) + dark);
  }

  private static double neutrinos(double a) {
    double kelvin = 0.7137658555036082 * 2.7255;
    double sum = 1;
    for (double mass : new double[] {0.06, 0.3}) {
      double y = 0.3173 * a * mass / (8.617333262145179e-5 * kelvin);
      sum += Math.pow(1 + Math.pow(y, 1.83), 0.54644808743);
    }
    return 0.22710731766 * 3.046 / 3 * sum;
  }

  private static double simpson(DoubleUnaryOperator function, double end) {
    int steps = 20_000;
    double sum = function.applyAsDouble(0) + function.applyAsDouble(end);
    for (int i = 1; i < steps; i++) {
      sum += (i % 2 == 1 ? 4 : 2) * function.applyAsDouble(end * i / steps);
    }
    return sum * end / (3 * steps);
  }

  @Test
  void densitiesAddUpToOne() {
    FriedmannCosmology universe = Universes.mixed();
    for (double z : new double[] {0, 0.4, 3, 1000, 1e7}) {
      double sum =
          universe.matterDensity(z)
              + universe.darkEnergyDensity(z)
              + universe.photonDensity(z)
              + universe.neutrinoDensity(z)
              + universe.curvatureDensity(z);
      assertThat(sum).isEqualTo(1, within(1e-12));
    }
    assertThat(universe.hasMassiveNeutrinos()).isTrue();
  }

  @Test
  void slopeOfTheExpansionIsItsDerivative() {
    FriedmannCosmology universe = Universes.mixed();
    for (double z : new double[] {0.01, 1, 100, 3000}) {
      double step = 1e-5;
      double up = universe.expansion((1 + z) * Math.exp(step) - 1);
      double down = universe.expansion((1 + z) * Math.exp(-step) - 1);
      double numeric = Math.log(up / down) / (2 * step);
      assertThat(universe.expansionSlope(z)).isEqualTo(numeric, within(1e-8));
    }
  }

  @Test
  void findsTheRedshiftOfADistance() {
    for (FriedmannCosmology universe :
        List.of(Universes.mixed(), Universes.concordance(), Universes.withRadiation())) {
      Random random = new Random(1);
      for (int i = 0; i < 3000; i++) {
        double z = Math.expm1(9.2 * random.nextDouble() * random.nextDouble());
        double found = universe.redshiftOfComovingDistance(universe.comovingDistance(z));
        assertThat(found).isEqualTo(z, within(1e-10 * (1 + z)));
      }
      assertThat(universe.redshiftOfComovingDistance(0)).isZero();
      assertThat(universe.redshiftOfComovingDistance(1e6)).isNaN();
      assertThat(universe.redshiftOfComovingDistance(-1)).isNaN();
    }
  }

  @Test
  void redshiftsGrowWithDistance() {
    FriedmannCosmology universe = Universes.withRadiation();
    double before = -1;
    for (int i = 0; i < 20_000; i++) {
      double z = universe.redshiftOfComovingDistance(i * 0.6);
      assertThat(z).isGreaterThan(before);
      before = z;
    }
  }

  @Test
  void volumesAreTheIntegralsOfTheirDerivatives() {
    for (double dark : new double[] {0.3, 0.7, 1.1}) {
      FriedmannCosmology universe = Universes.of(CosmologyParameters.curved(70, 0.3, dark));
      for (double z : new double[] {0.02, 0.3, 2}) {
        double sum = 4 * Math.PI * simpson(universe::differentialComovingVolume, z);
        assertThat(universe.comovingVolume(z)).isCloseTo(sum, withinPercentage(1e-7));
      }
    }
  }

  @Test
  void distancesBetweenRedshiftsFollowCurvature() {
    FriedmannCosmology open = Universes.of(CosmologyParameters.curved(70, 0.3, 0));
    double length = LENGTH / Math.sqrt(0.7);
    double angle = (open.comovingDistance(2) - open.comovingDistance(0.5)) / length;
    assertThat(open.angularDiameterDistance(0.5, 2))
        .isCloseTo(length * Math.sinh(angle) / 3, withinPercentage(1e-9));
    assertThat(open.angularDiameterDistance(0, 2))
        .isCloseTo(open.angularDiameterDistance(2), withinPercentage(1e-9));
    assertThat(open.angularDiameterDistance(2, 0.5)).isNegative();
    FriedmannCosmology flat = Universes.concordance();
    double hogg = (flat.comovingDistance(1.5) - flat.comovingDistance(0.5)) / 2.5;
    assertThat(flat.angularDiameterDistance(0.5, 1.5)).isEqualTo(hogg);
  }

  @Test
  void criticalDensityIsThatOfTheTextbooks() {
    double perH2 = 2.77536627e11;
    FriedmannCosmology universe = Universes.concordance();
    assertThat(universe.criticalDensity(0)).isCloseTo(perH2 * 0.49, withinPercentage(1e-5));
    assertThat(universe.comovingMatterDensity()).isCloseTo(perH2 * 0.147, withinPercentage(1e-5));
  }

  @Test
  void agesAreThoseOfThePublications() {
    assertThat(age("planck18")).isEqualTo(13.787, within(0.005));
    assertThat(age("Planck15")).isEqualTo(13.799, within(0.005));
    assertThat(age("WMAP9")).isEqualTo(13.772, within(0.005));
    assertThat(Preset.byName("Planck99")).isEmpty();
    assertThat(Preset.names()).hasSize(3);
  }

  private static double age(String name) {
    Preset preset = Preset.byName(name).orElseThrow();
    assertThat(preset.source()).contains("arXiv");
    try {
      return FriedmannCosmology.of(preset.parameters()).age(0);
    } catch (NightjarException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void refusesUniversesThatNeverBegan() {
    CosmologyParameters.Builder bounced = CosmologyParameters.curved(70, 0.1, 2);
    assertThatThrownBy(() -> FriedmannCosmology.of(bounced.build()))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("does not expand at redshift");
  }

  @Test
  void refusesParametersThatNoUniverseHas() {
    refused(CosmologyParameters.flat(0, 0.3), "H0");
    refused(CosmologyParameters.flat(70, -0.1), "Om0");
    refused(CosmologyParameters.flat(70, Double.NaN), "Om0");
    refused(CosmologyParameters.flat(70, 0.3).baryons(0.4), "Ob0");
    refused(CosmologyParameters.flat(70, 0.3).cmb(-1), "Tcmb0");
    refused(CosmologyParameters.flat(70, 0.3).neutrinos(-1), "Neff");
    refused(CosmologyParameters.flat(70, 0.3).neutrinoMasses(List.of(-0.1)), "m_nu");
    refused(CosmologyParameters.flat(70, 0.3).neutrinoMasses(List.of(0.1, 0.1, 0.1, 0.1)), "m_nu");
    refused(CosmologyParameters.flat(70, 0.3).darkEnergy(Double.NaN, 0), "w0");
  }

  private static void refused(CosmologyParameters.Builder builder, String place) {
    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            NightjarException.class, e -> assertThat(e.problem().place()).isEqualTo(place));
  }

  @Test
  void nothingComesOfNaN() {
    FriedmannCosmology universe = Universes.concordance();
    assertThat(universe.comovingDistance(Double.NaN)).isNaN();
    assertThat(universe.age(Double.NaN)).isNaN();
    assertThat(universe.redshiftOfComovingDistance(Double.NaN)).isNaN();
    assertThat(universe.distanceModulus(0)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void lensesHaveTheirDistances() {
    LensGeometry lens = LensGeometry.of(Universes.concordance(), 0.5, 1.5);
    assertThat(lens.criticalSurfaceDensity()).isCloseTo(2.32847e15, withinPercentage(0.001));
    assertThat(lens.timeDelayDistance()).isCloseTo(3329.67, withinPercentage(0.001));
    LensGeometry behind = LensGeometry.of(Universes.concordance(), 1.5, 0.5);
    assertThat(behind.criticalSurfaceDensity()).isInfinite();
    assertThat(behind.timeDelayDistance()).isInfinite();
  }
}
