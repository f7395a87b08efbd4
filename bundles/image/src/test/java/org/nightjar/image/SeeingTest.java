package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeeingTest {

  private static final double FWHM_PER_SIGMA = 2.3548;

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 1.2, 1.5, 2, 3, 5})
  void measuresTheWidthOfStars(double sigma) {
    Seeing seeing = Seeing.of(field(sigma, sigma, 60, 0).detect()).orElseThrow();

    assertThat(seeing.fwhm())
        .isCloseTo(FWHM_PER_SIGMA * sigma, within(0.03 * FWHM_PER_SIGMA * sigma));
    assertThat(seeing.ellipticity()).isLessThan(0.1);
    assertThat(seeing.stars()).isGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2.5, 3, 4.765})
  void wingsDoNotWidenIt(double exponent) {
    Sky sky = new Sky(500, 500, 1000, 5, 3);
    Random random = new Random(4);
    for (int i = 0; i < 36; i++) {
      double x = 50 + 80 * (i % 6) + random.nextDouble();
      double y = 50 + 80 * (i / 6) + random.nextDouble();
      sky.moffat(x, y, 500 + 10_000 * random.nextDouble(), 3, exponent);
    }

    assertThat(Seeing.of(sky.detect()).orElseThrow().fwhm()).isCloseTo(3, within(0.15));
  }

  @Test
  void galaxiesAndHotPixelsDoNotWidenIt() {
    Sky sky = field(1.5, 1.5, 60, 40);
    Random random = new Random(5);
    for (int i = 0; i < 50; i++) {
      sky.set(random.nextInt(sky.width), random.nextInt(sky.height), 30_000);
    }

    Seeing seeing = Seeing.of(sky.detect()).orElseThrow();

    assertThat(seeing.fwhm()).isCloseTo(FWHM_PER_SIGMA * 1.5, within(0.05 * FWHM_PER_SIGMA * 1.5));
  }

  @Test
  void seesStretchedStars() {
    Seeing seeing = Seeing.of(field(2.4, 1.6, 60, 0).detect()).orElseThrow();

    assertThat(seeing.ellipticity()).isCloseTo(1 / 3.0, within(0.06));
  }

  @Test
  void saysNothingOfTooFewStars() {
    assertThat(Seeing.of(new Sky(256, 256, 100, 1, 1).detect())).isEmpty();
    assertThat(Seeing.of(field(1.5, 1.5, 3, 0).detect())).isEmpty();
  }

  private static Sky field(double sigmaX, double sigmaY, int stars, int galaxies) {
    Sky sky = new Sky(640, 640, 1000, 5, 42);
    Random random = new Random(7);
    for (int i = 0; i < stars + galaxies; i++) {
      double x = 40 + 60 * (i % 10) + random.nextDouble();
      double y = 40 + 60 * (i / 10) + random.nextDouble();
      double peak = 300 + 5000 * random.nextDouble();
      double wider = i < stars ? 1 : 1.6 + 2 * random.nextDouble();
      sky.ellipse(x, y, peak, sigmaX * wider, sigmaY * wider);
    }
    return sky;
  }
}
