package org.nightjar.mmwave.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nightjar.mmwave.band.Bandpass;
import org.nightjar.mmwave.band.Blackbody;
import org.nightjar.mmwave.map.FlatPatch;
import org.nightjar.statistics.random.Streams;

class SourcePopulationTest {
  private static final FlatPatch PATCH = new FlatPatch(1000, 1000, 1, 0, 0);

  @Test
  void realisedCountsFollowTheGivenOnes() {
    SourcePopulation radio = SourcePopulation.radio(1e-3, 1);
    int[] counts = new int[6];
    int skies = 20;
    for (long seed = 0; seed < skies; seed++) {
      radio.draw(
          PATCH,
          new Streams(seed),
          source -> counts[(int) Math.floor(2 * (Math.log10(source.jansky()) + 3))]++);
    }
    for (int i = 0; i < counts.length; i++) {
      double low = Math.pow(10, -3 + i / 2.0);
      double expected =
          radio.counts().between(low, low * Math.sqrt(10)) * PATCH.steradians() * skies;
      assertThat((double) counts[i])
          .as("from %s Jy", low)
          .isCloseTo(expected, within(4 * Math.sqrt(expected) + 1e-3 * expected));
    }
  }

  @Test
  void sourcesAreEvenAndTheirIndicesScatter() {
    SourcePopulation radio = SourcePopulation.radio(5e-4, 10);
    List<PointSource> sources = draw(radio, 3);
    int count = sources.size();
    assertThat(count).isGreaterThan(3000);
    double x = sources.stream().mapToDouble(PointSource::x).average().orElseThrow();
    double y = sources.stream().mapToDouble(PointSource::y).average().orElseThrow();
    double sigma = 1000 / Math.sqrt(12.0 * count);
    assertThat(x).isCloseTo(499.5, within(4 * sigma));
    assertThat(y).isCloseTo(499.5, within(4 * sigma));
    double index = sources.stream().mapToDouble(PointSource::index).average().orElseThrow();
    assertThat(index).isCloseTo(-0.7, within(4 * 0.3 / Math.sqrt(count)));
    Set<Long> ids = new HashSet<>();
    sources.forEach(source -> ids.add(source.id()));
    assertThat(ids).hasSize(count);
  }

  @Test
  void widerRangesKeepTheSources() {
    List<PointSource> few = draw(SourcePopulation.radio(3e-3, 0.1), 5);
    List<PointSource> many = draw(SourcePopulation.radio(1e-3, 10), 5);
    assertThat(few).isNotEmpty();
    assertThat(many).containsAll(few);
    assertThat(many.size()).isGreaterThan(few.size());
    assertThat(few).allMatch(source -> source.jansky() >= 3e-3 && source.jansky() < 0.1);
  }

  @Test
  void seedsGiveOtherSkies() {
    SourcePopulation radio = SourcePopulation.radio(1e-3, 10);
    assertThat(draw(radio, 1)).isEqualTo(draw(radio, 1)).isNotEqualTo(draw(radio, 2));
  }

  @Test
  void radioCountsAreTheModels() {
    // De Zotti et al. 2005 at 150 GHz, values of the model between the nodes: within 6 percent.
    NumberCounts counts = SourcePopulation.radio(1e-3, 1).counts();
    assertThat(counts.at(1.99526199e-3) / 6177936).isCloseTo(1, within(0.06));
    assertThat(counts.at(1.99526213e-2) / 54207.7).isCloseTo(1, within(0.06));
    assertThat(counts.at(0.199526206) / 448.887).isCloseTo(1, within(0.06));
    assertThat(counts.at(1e-2) / 232041.891).isCloseTo(1, within(1e-3));
  }

  @Test
  void dustyCountsGiveTheMeasuredBackgroundAndPower() {
    SourcePopulation dusty = SourcePopulation.dusty(2e-5, 2e-2);
    // Fujimoto et al. 2016: 22.9 +6.7 -5.6 Jy per square degree above 0.02 mJy.
    double sum = 0;
    for (double u = Math.log(2e-5); u < Math.log(2e-2); u += 1e-3) {
      double s = Math.exp(u);
      sum += dusty.counts().at(s) * s * s * 1e-3;
    }
    assertThat(sum * NumberCounts.SQUARE_DEGREE).isBetween(22.9 - 5.6, 22.9 + 6.7);
    // George et al. 2015: 66 uK^2 at ell = 3000 and 220 GHz, 9.2 at 150.
    assertThat(poisson(dusty, 220) / 66.1).isBetween(0.8, 1.3);
    assertThat(poisson(dusty, 150) / 9.16).isBetween(0.7, 1.3);
  }

  private static double poisson(SourcePopulation population, double gigahertz) {
    double power = population.counts().poissonPower(1e-7, 5e-2);
    double scale = Math.pow(gigahertz / population.reference(), population.index());
    double toMicrokelvin = 1e6 / Blackbody.perKelvin(gigahertz);
    return power * Math.pow(scale * toMicrokelvin, 2) * 3000 * 3001 / (2 * Math.PI);
  }

  @Test
  void faintSourcesBecomeAField() {
    SourcePopulation dusty = SourcePopulation.dusty(1e-3, 2e-2);
    Foreground faint = Foreground.unresolved(dusty);
    double whole = poisson(SourcePopulation.dusty(1e-3, 1), 250);
    double part = faint.spectrum().scaled(3000);
    assertThat(part).isGreaterThan(0).isLessThan(whole);
    assertThat(faint.factor(Bandpass.at(250))).isCloseTo(1, within(1e-12));
    double wanted =
        Math.pow(150 / 250.0, 3.4) * Blackbody.perKelvin(250) / Blackbody.perKelvin(150);
    assertThat(faint.factor(Bandpass.at(150))).isCloseTo(wanted, within(1e-9));
  }

  @Test
  void clusteredDustFallsTowardsLowFrequencies() {
    Foreground dust = Foreground.clusteredDust();
    double at150 = dust.spectrum().scaled(3000) * Math.pow(dust.factor(Bandpass.at(150)), 2);
    assertThat(at150).isCloseTo(3.46, within(0.2));
  }

  private static List<PointSource> draw(SourcePopulation population, long seed) {
    List<PointSource> sources = new ArrayList<>();
    population.draw(PATCH, new Streams(seed), sources::add);
    return sources;
  }
}
