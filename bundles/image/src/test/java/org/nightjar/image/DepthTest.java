package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepthTest {

  private static final double ZERO_POINT = 27.5;
  private static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

  /**
   * Stars of the limiting magnitude are put into noise and measured with their profile for weight:
   * they must come out with the signal to noise that the limit was asked for.
   */
  @ParameterizedTest
  @CsvSource({"1.5,5,5", "2.5,5,5", "4,12,5", "6,12,5", "3,8,10"})
  void starsOfTheLimitHaveItsSignalToNoise(double fwhm, double noise, double sigmas) {
    double limit = Depth.of(ZERO_POINT, 100, noise, fwhm, 0.3, sigmas).limitingMagnitude();
    double flux = Math.pow(10, 0.4 * (ZERO_POINT - limit));
    double sigma = fwhm / FWHM_PER_SIGMA;
    int stars = 900;
    double sum = 0;
    double squares = 0;
    Random random = new Random(1);
    Sky sky = new Sky(1200, 1200, 0, noise, 2);
    for (int i = 0; i < stars; i++) {
      double x = 20 + 40 * (i % 30) + random.nextDouble();
      double y = 20 + 40 * (i / 30) + random.nextDouble();
      sky.star(x, y, flux / (2 * Math.PI * sigma * sigma), sigma);
      double measured = weighted(sky, x, y, sigma);
      sum += measured / stars;
      squares += measured * measured / stars;
    }
    double scatter = Math.sqrt(squares - sum * sum);
    double magnitudesOff = 2.5 * Math.log10(sum / scatter / sigmas);

    assertThat(sum).isCloseTo(flux, within(0.05 * flux));
    assertThat(magnitudesOff).isCloseTo(0, within(0.1));
  }

  /** Flux by least squares with a Gaussian profile. */
  private static double weighted(Sky sky, double x, double y, double sigma) {
    double products = 0;
    double weights = 0;
    for (int row = (int) y - 15; row <= (int) y + 15; row++) {
      for (int column = (int) x - 15; column <= (int) x + 15; column++) {
        double r = Math.hypot(column - x, row - y) / sigma;
        double profile = Math.exp(-r * r / 2) / (2 * Math.PI * sigma * sigma);
        products += profile * sky.pixels[row * sky.width + column];
        weights += profile * profile;
      }
    }
    return products / weights;
  }

  @Test
  void skyBrightnessIsExact() {
    assertThat(Depth.of(25, 100, 1, 3, 0.5, 5).skyBrightness())
        .isCloseTo(25 - 2.5 * Math.log10(100 / 0.25), within(1e-12));
    assertThat(Depth.of(25, 1, 1, 3, 1, 5).skyBrightness()).isCloseTo(25, within(1e-12));
  }

  @Test
  void tenTimesTheNoiseCostsTwoAndAHalfMagnitudes() {
    double deep = Depth.of(25, 100, 1, 3, 0.5, 5).limitingMagnitude();

    assertThat(Depth.of(25, 100, 10, 3, 0.5, 5).limitingMagnitude())
        .isCloseTo(deep - 2.5, within(1e-12));
    assertThat(Depth.of(25, 100, 1, 30, 0.5, 5).limitingMagnitude())
        .isCloseTo(deep - 2.5, within(1e-12));
    assertThat(Depth.of(25, 100, 1, 3, 0.5, 50).limitingMagnitude())
        .isCloseTo(deep - 2.5, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "NaN,1,3,0.5",
    "0,0,3,0",
    "-5,-1,3,0.5",
    "-5,1,0,0.5",
    "-5,NaN,3,0.5",
    "-5,1,NaN,0.5",
    "Infinity,Infinity,3,0.5"
  })
  void saysNothingOfWhatCannotBeTold(double level, double noise, double fwhm, double scale) {
    Depth depth = Depth.of(25, level, noise, fwhm, scale, 5);

    assertThat(depth.skyBrightness()).isNaN();
    if (!(noise == 1 && fwhm == 3)) {
      assertThat(depth.limitingMagnitude()).isNaN();
    } else {
      assertThat(depth.limitingMagnitude()).isBetween(20.0, 25.0);
    }
  }
}
