package org.nightjar.galaxies.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.nightjar.galaxies.FlatUniverse;
import org.nightjar.galaxies.population.ExponentialEvolution;
import org.nightjar.galaxies.population.LinearEvolution;
import org.nightjar.galaxies.population.LuminosityCone;
import org.nightjar.galaxies.population.SchechterLuminosity;
import org.nightjar.galaxies.spectrum.FilterLibrary;
import org.nightjar.galaxies.spectrum.Photometry;
import org.nightjar.galaxies.spectrum.SpectralCoefficients;
import org.nightjar.galaxies.spectrum.TemplateSet;

/** The two populations of Herbel et al. (2017) to magnitude 23, in the bands of SDSS. */
record Sky(List<Population> populations) {
  static Sky of(double area) {
    FilterLibrary filters = FilterLibrary.load();
    Photometry photometry =
        new Photometry(
            TemplateSet.synthetic(),
            Stream.of("sdss-u", "sdss-g", "sdss-r", "sdss-i", "sdss-z")
                .map(name -> filters.named(name).orElseThrow())
                .toList(),
            filters.named("bessell-b").orElseThrow(),
            FlatUniverse.standard(),
            2,
            5e-4);
    return new Sky(
        List.of(
            new Population(
                "blue",
                cone(-0.9408582, -20.40492365, 0.00370253, -9.73858, -1.3, area),
                new SpectralCoefficients(
                    new double[] {2.079, 3.524, 1.917, 1.992, 2.536},
                    new double[] {2.265, 3.862, 1.921, 1.685, 2.48},
                    1,
                    new double[] {0.2, 0.2, 0.8, 1, 0.3}),
                photometry),
            new Population(
                "red",
                cone(-0.70798041, -20.37196157, 0.0035097, -1.41649, -0.5, area),
                new SpectralCoefficients(
                    new double[] {2.461, 2.358, 2.568, 2.268, 2.402},
                    new double[] {2.41, 2.34, 2.2, 2.54, 2.464},
                    1,
                    new double[] {1, 0.4, 0.1, 0.01, 0.01}),
                photometry)));
  }

  private static LuminosityCone cone(
      double slope, double intercept, double amplitude, double scale, double alpha, double area) {
    return new LuminosityCone(
        new SchechterLuminosity(
            new LinearEvolution(slope, intercept),
            new ExponentialEvolution(amplitude, scale),
            alpha),
        23,
        area,
        FlatUniverse.standard(),
        0,
        2);
  }
}
