package org.nightjar.galaxies.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.galaxies.FlatUniverse;
import org.nightjar.statistics.random.Philox;
import org.nightjar.statistics.random.Streams;

class SpectraTest {
  private static final FilterLibrary FILTERS = FilterLibrary.load();

  @ParameterizedTest
  @CsvSource({
    "0, 21.36137447000827",
    "0.1, 21.391975922943413",
    "0.25, 21.343118336254683",
    "0.5, 21.77422204628469"
  })
  void magnitudesAreThoseOfTheReference(double z, double expected) {
    double[] wavelengths = new double[361];
    double[] flux = new double[361];
    for (int i = 0; i < 361; i++) {
      double l = 3000 + 25 * i;
      wavelengths[i] = l;
      flux[i] =
          1e-17
              * Math.pow(l / 5000, -1.2)
              * (1
                  + 0.8 * Math.exp(-0.5 * Math.pow((l - 6563) / 30, 2))
                  + 0.3 * Math.exp(-0.5 * Math.pow((l - 5007) / 25, 2)))
              / (1 + Math.exp(-(l - 4000) / 80));
    }
    Filter filter =
        new Filter(
            "test",
            new double[] {5500, 5600, 5800, 6200, 6600, 6800, 6900},
            new double[] {0, 0.5, 0.9, 1, 0.9, 0.4, 0});
    assertThat(filter.magnitude(new Spectrum(wavelengths, flux), z))
        .isCloseTo(expected, within(1e-6));
  }

  @Test
  void flatFrequencySpectraHaveTheMagnitudeOfTheirFlux() {
    int n = 20_000;
    double[] wavelengths = new double[n];
    double[] flux = new double[n];
    for (int i = 0; i < n; i++) {
      wavelengths[i] = 2500 * Math.exp(i * 1.5e-4);
      flux[i] = 3631e-23 * 2.99792458e18 / (wavelengths[i] * wavelengths[i]) * 1e-8;
    }
    Spectrum spectrum = new Spectrum(wavelengths, flux);
    for (String name : FILTERS.names()) {
      Filter filter = FILTERS.named(name).orElseThrow();
      assertThat(filter.magnitude(spectrum, 0)).as(name).isCloseTo(20, within(1e-6));
    }
    // f_nu is flat at any redshift, and (1+z) times as bright: energy comes bunched.
    assertThat(FILTERS.named("lsst-r").orElseThrow().maggies(spectrum, 1))
        .isCloseTo(2e-8, within(1e-14));
  }

  @Test
  void filtersLieWhereTheySay() {
    assertThat(FILTERS.names()).hasSize(30);
    assertThat(FILTERS.named("sdss-g").orElseThrow().meanWavelength())
        .isCloseTo(4825.5, within(1.0));
    assertThat(FILTERS.named("bessell-b").orElseThrow().meanWavelength())
        .isCloseTo(4361, within(1.0));
    assertThat(FILTERS.named("none")).isEmpty();
  }

  @Test
  void whatIsNotCoveredIsRefused() {
    Spectrum spectrum = new Spectrum(new double[] {5000, 6000}, new double[] {1, 1});
    Filter filter = FILTERS.named("lsst-r").orElseThrow();
    assertThatThrownBy(() -> filter.maggies(spectrum, 0)).hasMessageContaining("lsst-r");
    assertThatThrownBy(() -> new Spectrum(new double[] {2, 1}, new double[] {1, 1}))
        .hasMessageContaining("wavelength 1.0");
    assertThatThrownBy(() -> new Filter("dark", new double[] {1, 2}, new double[] {0, 0}))
        .hasMessageContaining("nothing");
  }

  @Test
  void templatesAreOfTheirColours() {
    Filter g = FILTERS.named("sdss-g").orElseThrow();
    Filter r = FILTERS.named("sdss-r").orElseThrow();
    double before = 1;
    for (Template template : TemplateSet.synthetic().templates().subList(0, 4)) {
      double colour = g.magnitude(template.spectrum(), 0) - r.magnitude(template.spectrum(), 0);
      assertThat(colour).as(template.name()).isBetween(0.0, before);
      before = colour;
    }
    Filter v = FILTERS.named("bessell-v").orElseThrow();
    Spectrum old = TemplateSet.synthetic().templates().get(0).spectrum();
    assertThat(v.magnitude(old, 0)).isCloseTo(4.80 + 2.5 * Math.log10(5), within(0.05));
  }

  @Test
  void tabulatedMagnitudesAreThoseOfTheSpectra() {
    FlatUniverse universe = FlatUniverse.standard();
    TemplateSet templates = TemplateSet.synthetic();
    List<Filter> bands =
        List.of(
            FILTERS.named("lsst-u").orElseThrow(),
            FILTERS.named("lsst-r").orElseThrow(),
            FILTERS.named("euclid-h").orElseThrow());
    Filter reference = FILTERS.named("bessell-b").orElseThrow();
    Photometry photometry = new Photometry(templates, bands, reference, universe, 3, 5e-4);
    assertThat(photometry.error()).isLessThan(5e-4);
    double[] z = {1e-4, 0.0371, 0.5123, 1.777, 2.999};
    double[] absolute = {-20, -18, -21, -22, -19.5};
    double[] coefficients = new double[25];
    Philox random = new Streams(1).stream("c");
    for (int i = 0; i < 25; i++) {
      coefficients[i] = random.nextDouble();
    }
    float[] magnitudes = new float[15];
    photometry.apparent(z.length, z, absolute, coefficients, magnitudes);
    double[] mass = new double[5];
    photometry.stellarMass(absolute, coefficients, mass);
    double[] back = new double[5];
    photometry.absolute(mass, coefficients, back);
    assertThat(back).containsExactly(absolute, within(1e-12));
    for (int i = 0; i < z.length; i++) {
      double light = sum(templates, reference, 0, coefficients, i);
      for (int b = 0; b < 3; b++) {
        double expected =
            absolute[i]
                + universe.distanceModulus(z[i])
                - 2.5 * Math.log10(sum(templates, bands.get(b), z[i], coefficients, i) / light);
        assertThat((double) magnitudes[3 * i + b]).isCloseTo(expected, within(5e-4));
      }
      double total = 0;
      for (int k = 0; k < 5; k++) {
        total += coefficients[5 * i + k];
      }
      assertThat(-2.5 * Math.log10(mass[i] * light / total)).isCloseTo(absolute[i], within(1e-9));
    }
  }

  private static double sum(
      TemplateSet templates, Filter filter, double z, double[] coefficients, int galaxy) {
    return templates.maggies(
        filter, z, Arrays.copyOfRange(coefficients, 5 * galaxy, 5 * galaxy + 5));
  }

  @Test
  void eachGalaxyHasItsOwnStars() {
    StellarContent content = TemplateSet.synthetic().content();
    assertThat(content.metallicity(1, 0, 0, 0, 0)).isCloseTo(0.03, within(1e-15));
    assertThat(content.m300(0, 0, 0, 1, 1)).isCloseTo(0.65, within(1e-15));
    assertThat(content.m1000(0, 0, 1, 0, 0)).isCloseTo(0.5, within(1e-15));
    assertThat(content.remaining(2, 0, 0, 0, 2)).isCloseTo(0.75, within(1e-15));
    double[] two = {1, 0, 0, 0, 0, 0, 0, 0, 1, 1};
    double[] each = new double[2];
    content.fill(StellarContent.Property.METALLICITY, two, each);
    assertThat(each)
        .containsExactly(content.metallicity(1, 0, 0, 0, 0), content.metallicity(0, 0, 0, 1, 1));
    content.fill(StellarContent.Property.M300, two, each);
    assertThat(each[1]).isEqualTo(content.m300(0, 0, 0, 1, 1));
    content.fill(StellarContent.Property.M1000, two, each);
    assertThat(each[1]).isEqualTo(content.m1000(0, 0, 0, 1, 1));
    content.fill(StellarContent.Property.REMAINING, two, each);
    assertThat(each[1]).isEqualTo(content.remaining(0, 0, 0, 1, 1));
    assertThatThrownBy(() -> content.m300(1, 2)).hasMessageContaining("2 coefficients");
  }

  @Test
  void sharesHaveTheirMeansAtAnyRedshift() {
    double[] alpha0 = {2.079, 3.524, 1.917, 1.992, 2.536};
    double[] alpha1 = {2.265, 3.862, 1.921, 1.685, 2.48};
    SpectralCoefficients coefficients = new SpectralCoefficients(alpha0, alpha1, 1);
    double[] alpha = new double[5];
    coefficients.concentrations(1.5, alpha);
    assertThat(alpha[3]).isCloseTo(1.5497269686008681, within(1e-14));
    int n = 50_000;
    double[] z = new double[n];
    Arrays.fill(z, 1.5);
    double[] shares = new double[5 * n];
    coefficients.fill(new Streams(1).stream("shares")::at, 0, z.length, z, shares);
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += shares[5 * i + 1] / n;
    }
    assertThat(mean).isCloseTo(0.3278353945513622, within(5 * 0.13 / Math.sqrt(n)));
    double[] one = new double[5];
    coefficients.draw(1.5, new Streams(1).stream("shares").at(7), one);
    assertThat(one).containsExactly(Arrays.copyOfRange(shares, 35, 40));
    SpectralCoefficients weighted =
        new SpectralCoefficients(alpha0, alpha1, 1, new double[] {1, 2, 3, 4, 5});
    weighted.draw(1.5, new Streams(1).stream("shares").at(7), one);
    assertThat(one[0] + one[1] + one[2] + one[3] + one[4]).isCloseTo(1, within(1e-14));
    assertThat(one[4] / one[0]).isCloseTo(5 * shares[39] / shares[35], within(1e-9));
    assertThatThrownBy(() -> new SpectralCoefficients(alpha0, new double[] {1}, 1))
        .hasMessageContaining("5 concentrations");
  }
}
