package org.nightjar.cosmology.halo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.CosmologyParameters;
import org.nightjar.cosmology.FriedmannCosmology;
import org.nightjar.cosmology.Universes;
import org.nightjar.cosmology.growth.ExactGrowth;
import org.nightjar.cosmology.growth.Growth;
import org.nightjar.cosmology.power.EisensteinHu;
import org.nightjar.cosmology.power.LinearPower;
import org.nightjar.cosmology.power.PowerSpectrum;
import org.nightjar.cosmology.power.SphereVariance;

/** Numbers of haloes, and masses and redshifts drawn from them. */
class HaloAbundanceTest {
  private static final FriedmannCosmology UNIVERSE = Universes.withRadiation();
  private static final PowerSpectrum POWER = power();
  private static final MassVariance VARIANCE =
      new MassVariance(POWER, UNIVERSE.comovingMatterDensity(), 1e9, 1e15);

  private static PowerSpectrum power() {
    try {
      CosmologyParameters parameters = UNIVERSE.parameters();
      return LinearPower.normalised(parameters, new EisensteinHu(parameters), 0.96, 0.8);
    } catch (NightjarException e) {
      throw new AssertionError(e);
    }
  }

  private static HaloAbundance shethTormen() {
    return new HaloAbundance(EllipsoidalCollapse.shethTormen(), VARIANCE, 1, 0);
  }

  @Test
  void theTableOfVariancesIsExact() {
    SphereVariance exact = new SphereVariance(POWER);
    for (double mass : new double[] {1e9, 3.7e10, 2.2e12, 4.1e14, 1e15}) {
      double radius = VARIANCE.radius(mass);
      assertThat(VARIANCE.rms(mass)).isCloseTo(exact.rms(radius), withinPercentage(1e-4));
      assertThat(VARIANCE.slope(mass)).isCloseTo(exact.slope(radius) / 3, withinPercentage(1e-3));
    }
    double volume = 4 * Math.PI / 3 * Math.pow(VARIANCE.radius(1e12), 3);
    assertThat(volume * VARIANCE.density()).isCloseTo(1e12, withinPercentage(1e-9));
  }

  @Test
  void massesBeyondTheTableAreComputed() {
    MassVariance narrow = new MassVariance(POWER, UNIVERSE.comovingMatterDensity(), 1e12, 1e13);
    assertThat(narrow.rms(1e10)).isCloseTo(VARIANCE.rms(1e10), withinPercentage(1e-4));
    assertThat(narrow.slope(1e14)).isCloseTo(VARIANCE.slope(1e14), withinPercentage(1e-3));
    assertThatThrownBy(() -> new MassVariance(POWER, 1, 10, 10)).hasMessageContaining("masses");
  }

  @Test
  void pressSchechterOfAPowerLawHasItsClosedForm() {
    // P = k^-2: sigma = (M/M1)^(-1/6), with M1 the mass of sigma 1.
    double density = 4e10;
    double radius = 3 / (10 * Math.PI);
    double unit = 4 * Math.PI / 3 * density * radius * radius * radius;
    MassVariance variance = new MassVariance(k -> 1 / (k * k), density, 1e2, 1e12);
    HaloAbundance abundance =
        new HaloAbundance(EllipsoidalCollapse.pressSchechter(), variance, 1, 0);
    for (double mass : new double[] {1e3, 1e6, 1e9}) {
      double nu = 1.686 * Math.pow(mass / unit, 1.0 / 6);
      double multiplicity = Math.sqrt(2 / Math.PI) * nu * Math.exp(-nu * nu / 2);
      double expected = density / (mass * mass) * multiplicity / 6;
      assertThat(abundance.perMass(mass)).isCloseTo(expected, withinPercentage(0.01));
    }
  }

  @Test
  void samplesFollowTheAbundance() {
    HaloAbundance abundance = shethTormen();
    HaloMassSampler sampler = abundance.sampler(1e11, 1e15);
    double all = abundance.density(1e11, 1e15);
    assertThat(sampler.density()).isCloseTo(all, withinPercentage(1e-3));
    for (double mass : new double[] {1.2e11, 1e12, 1e14}) {
      double below = abundance.density(1e11, mass) / all;
      assertThat(sampler.quantile(below)).isCloseTo(mass, withinPercentage(0.05));
    }
    Random random = new Random(5);
    int above = 0;
    for (int i = 0; i < 100_000; i++) {
      double mass = sampler.sample(random);
      assertThat(mass).isBetween(1e11, 1e15);
      above += mass > 1e12 ? 1 : 0;
    }
    double expected = abundance.density(1e12, 1e15) / all;
    double sigma = Math.sqrt(expected * (1 - expected) / 1e5);
    assertThat(above / 1e5).isEqualTo(expected, within(4 * sigma));
  }

  @Test
  void massesThatNoHaloHasAreNotDrawn() {
    HaloMassSampler sampler = shethTormen().sampler(1e13, 1e19);
    double before = 0;
    for (double fraction : new double[] {0, 0.5, 0.99, 0.9999, 0.999999, 1 - 1e-9}) {
      double mass = sampler.quantile(fraction);
      assertThat(mass).isGreaterThan(before);
      before = mass;
    }
    assertThat(before).isLessThan(1e17);
    assertThat(sampler.quantile(1)).isCloseTo(1e19, withinPercentage(1e-6));
    assertThat(sampler.density())
        .isCloseTo(shethTormen().sampler(1e13, 1e17).density(), withinPercentage(1e-3));
  }

  @Test
  void constantDensitiesFillTheirVolume() {
    LightCone cone = new LightCone(UNIVERSE, 0.3, 0, 1.5, z -> 0.001);
    double volume = UNIVERSE.comovingVolume(1.5) * 0.3 / (4 * Math.PI);
    assertThat(cone.number()).isCloseTo(0.001 * volume, withinPercentage(1e-4));
    double half = cone.quantile(0.5);
    double share = UNIVERSE.comovingVolume(half) / UNIVERSE.comovingVolume(1.5);
    assertThat(share).isEqualTo(0.5, within(1e-5));
    double before = 0;
    for (int i = 1; i <= 1000; i++) {
      double z = cone.quantile(i * 1e-7);
      assertThat(z).isGreaterThan(before);
      before = z;
    }
    assertThat(cone.sample(new Random(1))).isBetween(0.0, 1.5);
    assertThatThrownBy(() -> new LightCone(UNIVERSE, 1, 1, 0.5, z -> 1))
        .hasMessageContaining("no cone");
  }

  @Test
  void haloesInAConeAreTheSumOfItsSlices() {
    Growth growth = new ExactGrowth(UNIVERSE).normalised();
    MassFunction function = new TinkerMassFunction(200);
    LightCone cone =
        HaloLightCone.of(UNIVERSE, function, VARIANCE, growth, 1e13, 1e15, 0.1, 0.2, 0.8);
    double sum = 0;
    int slices = 60;
    for (int i = 0; i < slices; i++) {
      double z = 0.2 + 0.6 * (i + 0.5) / slices;
      HaloAbundance abundance = new HaloAbundance(function, VARIANCE, growth.factor(z), z);
      double volume = 0.1 * UNIVERSE.differentialComovingVolume(z) * 0.6 / slices;
      sum += abundance.density(1e13, 1e15) * volume;
    }
    assertThat(cone.number()).isCloseTo(sum, withinPercentage(0.02));
  }
}
