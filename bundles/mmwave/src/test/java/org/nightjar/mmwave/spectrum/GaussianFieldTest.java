package org.nightjar.mmwave.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.mmwave.fourier.FourierPlane;
import org.nightjar.mmwave.fourier.Loop;
import org.nightjar.mmwave.fourier.RealFft2;
import org.nightjar.mmwave.map.FlatPatch;
import org.nightjar.mmwave.map.PatchMap;
import org.nightjar.statistics.random.Philox;
import org.nightjar.statistics.random.Streams;

class GaussianFieldTest {
  private static final double[] EDGES = {
    100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1200, 1400, 1600, 1800, 2000, 2500, 3000,
    4000, 5000
  };

  /**
   * The realised power, measured from the map and not from what was drawn, scatters about the given
   * one as cosmic variance says: chi^2 of 18 bins times ten skies.
   */
  @Test
  void mapsHaveTheGivenPower() {
    FlatPatch patch = new FlatPatch(360, 300, 2, 0, 0);
    double chi2 = 0;
    int count = 0;
    double bias = 0;
    double weight = 0;
    for (long seed = 1; seed <= 10; seed++) {
      FourierPlane modes =
          GaussianField.draw(patch, CmbSpectrum.STANDARD, stream(seed), Loop.SERIAL);
      RealFft2 fft = new RealFft2(patch.width(), patch.height());
      float[] map = new float[patch.pixels()];
      fft.inverse(modes, map, Loop.SERIAL);
      FourierPlane measured = fft.forward(map, Loop.SERIAL);
      for (PowerEstimate bin : PowerEstimate.of(measured, patch, EDGES)) {
        double[] expected = expected(patch, measured, bin);
        double pull = (bin.power() - expected[0]) / expected[1];
        chi2 += pull * pull;
        count++;
        bias += (bin.power() / expected[0] - 1) * bin.modes();
        weight += bin.modes();
      }
    }
    assertThat(count).isEqualTo(180);
    // Mean 180, standard deviation 19 (and a little more, for power is not quite Gaussian).
    assertThat(chi2).isBetween(180 - 3.5 * 19, 180 + 3.5 * 20);
    assertThat(bias / weight).isCloseTo(0, within(4 * Math.sqrt(2 / weight)));
  }

  /** Mean of the given power over the modes of a bin, and the standard deviation of that mean. */
  private static double[] expected(FlatPatch patch, FourierPlane plane, PowerEstimate bin) {
    double sum = 0;
    double square = 0;
    long modes = 0;
    for (int row = 0; row < plane.height(); row++) {
      for (int column = 0; column < plane.columns(); column++) {
        double ell = patch.ell(column, plane.frequency(row));
        if (ell >= bin.from() && ell < bin.to()) {
          double power = CmbSpectrum.STANDARD.at(ell);
          sum += plane.weight(column) * power;
          square += plane.weight(column) * power * power;
          modes += plane.weight(column);
        }
      }
    }
    assertThat(modes).isEqualTo(bin.modes());
    return new double[] {sum / modes, Math.sqrt(2 * square) / modes};
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "63, 64", "64, 63", "45, 35"})
  void whiteNoiseHasItsDeviationAtAllSizes(int width, int height) {
    FlatPatch patch = new FlatPatch(width, height, 0.5, 0, 0);
    RealFft2 fft = new RealFft2(width, height);
    double square = 0;
    int skies = 40;
    for (long seed = 0; seed < skies; seed++) {
      float[] map = new float[patch.pixels()];
      fft.inverse(
          GaussianField.draw(patch, AngularSpectrum.white(10), stream(seed), Loop.SERIAL),
          map,
          Loop.SERIAL);
      double deviation = new PatchMap(patch, map).deviation();
      square += deviation * deviation / skies;
    }
    // 10 uK-arcmin is 20 uK in half an arcminute; the mean of the map is missing.
    double modes = (double) skies * (patch.pixels() - 1);
    double expected = 400.0 * (patch.pixels() - 1) / patch.pixels();
    assertThat(square / expected).isCloseTo(1, within(4 * Math.sqrt(2 / modes)));
  }

  @Test
  void pixelsAreIndependentInWhiteNoise() {
    FlatPatch patch = new FlatPatch(256, 256, 1, 0, 0);
    float[] map = new float[patch.pixels()];
    new RealFft2(256, 256)
        .inverse(
            GaussianField.draw(patch, AngularSpectrum.white(1), stream(3), Loop.SERIAL),
            map,
            Loop.SERIAL);
    PatchMap noise = new PatchMap(patch, map);
    assertThat(noise.binned(2).deviation() / noise.deviation()).isCloseTo(0.5, within(0.01));
    assertThat(noise.binned(4).deviation() / noise.deviation()).isCloseTo(0.25, within(0.01));
  }

  @Test
  void threadsChangeNothing() {
    FlatPatch patch = new FlatPatch(120, 90, 1, 0, 0);
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      float[] serial =
          GaussianField.draw(patch, CmbSpectrum.STANDARD, stream(7), Loop.SERIAL).values();
      float[] parallel =
          GaussianField.draw(patch, CmbSpectrum.STANDARD, stream(7), Loop.on(executor, 4)).values();
      Loop backwards =
          (count, pass) -> {
            for (int i = count - 1; i >= 0; i--) {
              pass.accept(i);
            }
          };
      assertThat(parallel).containsExactly(serial);
      assertThat(GaussianField.draw(patch, CmbSpectrum.STANDARD, stream(7), backwards).values())
          .containsExactly(serial);
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void finerPixelsHaveTheSameWaves() {
    FlatPatch coarse = new FlatPatch(32, 32, 2, 0, 0);
    FlatPatch fine = new FlatPatch(64, 64, 1, 0, 0);
    FourierPlane few = GaussianField.draw(coarse, CmbSpectrum.STANDARD, stream(5), Loop.SERIAL);
    FourierPlane many = GaussianField.draw(fine, CmbSpectrum.STANDARD, stream(5), Loop.SERIAL);
    for (int[] mode : new int[][] {{1, 0}, {5, 3}, {9, 30}, {0, 4}}) {
      int inFine = mode[1] < 16 ? mode[1] : mode[1] + 32;
      // The sum over four times as many pixels.
      assertThat(many.values()[many.index(mode[0], inFine)])
          .isCloseTo(4 * few.values()[few.index(mode[0], mode[1])], within(1e-2f));
    }
  }

  @Test
  void independentFieldsHaveNoCrossPower() {
    FlatPatch patch = new FlatPatch(200, 200, 1, 0, 0);
    AngularSpectrum white = AngularSpectrum.white(1);
    FourierPlane a = GaussianField.draw(patch, white, stream(1), Loop.SERIAL);
    FourierPlane b = GaussianField.draw(patch, white, stream(2), Loop.SERIAL);
    List<PowerEstimate> cross = PowerEstimate.of(a, b, patch, new double[] {200, 10_000});
    assertThat(cross).hasSize(1);
    double sigma = white.at(1) / Math.sqrt((double) cross.get(0).modes());
    assertThat(cross.get(0).power()).isCloseTo(0, within(4 * sigma));
  }

  private static Philox stream(long seed) {
    return new Streams(seed).stream("test");
  }
}
