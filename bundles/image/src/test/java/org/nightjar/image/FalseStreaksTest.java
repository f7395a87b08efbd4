package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like streaks and is none, and streaks that look like none. */
class FalseStreaksTest {

  private static final int SIDE = 500;
  private static final double NOISE = 10;

  @Test
  void clustersAreNone() {
    for (int seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      float[] pixels = sky(seed);
      for (int i = 0; i < 2500; i++) {
        double radius = 25 / Math.sqrt(Math.max(0.003, random.nextDouble())) - 25;
        double angle = 2 * Math.PI * random.nextDouble();
        double peak = 30 / Math.pow(Math.max(1e-3, random.nextDouble()), 0.9);
        blob(
            pixels,
            250 + radius * Math.cos(angle),
            250 + radius * Math.sin(angle),
            peak,
            1.6,
            1.6,
            0);
      }
      assertThat(find(pixels)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void crowdedFieldsAreNone() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(100 + seed);
      float[] pixels = sky(seed);
      for (int i = 0; i < 4000; i++) {
        double peak = 15 / Math.pow(Math.max(1e-3, random.nextDouble()), 1.1);
        blob(pixels, SIDE * random.nextDouble(), SIDE * random.nextDouble(), peak, 1.5, 1.5, 0);
      }
      assertThat(find(pixels)).as("seed %d", seed).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.8, 1.3, 2, 2.7})
  void galaxiesFromTheirEdgeAreNone(double angle) {
    float[] pixels = stars(3, 40);
    blob(pixels, 250, 240, 300, 40, 4, angle);
    blob(pixels, 250, 240, 600, 8, 5, angle);
    blob(pixels, 120, 380, 80, 18, 2, angle + 1);
    assertThat(find(pixels)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.52, 0.785, 1.2})
  void spikesAreNone(double angle) {
    for (double steepness : new double[] {1, 1.5, 2}) {
      float[] pixels = stars(4, 40);
      blob(pixels, 260, 230, 40_000, 3, 3, 0);
      for (int arm = 0; arm < 4; arm++) {
        double direction = angle + arm * Math.PI / 2;
        for (double r = 5; r < 200; r += 0.5) {
          double height = 0.5 * 3000 * Math.pow(r / 5, -steepness);
          double x = 260 + r * Math.cos(direction);
          double y = 230 + r * Math.sin(direction);
          blob(pixels, x, y, height, 0.8, 0.8, 0);
        }
      }
      assertThat(find(pixels)).as("falling by %s", steepness).isEmpty();
    }
  }

  @Test
  void bleedsAndBadColumnsAreNone() {
    float[] pixels = stars(6, 40);
    blob(pixels, 300, 250, 60_000, 3, 3, 0);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 299; y > 60 && y < 430 && x < 303; x++) {
        pixels[y * SIDE + x] = 60_000;
      }
      pixels[y * SIDE + 120] += 40;
      pixels[y * SIDE + 180] = 0;
      pixels[y * SIDE + 181] = 0;
      pixels[200 * SIDE + y] += 60;
      for (int x = 400; x < SIDE; x++) {
        pixels[y * SIDE + x] += 15;
      }
    }
    assertThat(find(pixels)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 20, 30})
  void findsPlanesThatBlink(int period) {
    float[] pixels = stars(8, 40);
    double length = Math.hypot(420, 260);
    for (double r = 0; r < length; r += 0.5) {
      if (r % period < 0.7 * period) {
        blob(pixels, 40 + 420 * r / length, 100 + 260 * r / length, 20, 1.5, 1.5, 0);
      }
    }
    List<Streak> streaks = find(pixels);
    assertThat(streaks).hasSize(1);
    assertThat(streaks.get(0).length()).isCloseTo(length, within(period + 8.0));
  }

  @Test
  void findsOneAcrossBadColumnsAndABrightStar() {
    float[] pixels = stars(9, 40);
    for (double r = 0; r < 1; r += 0.001) {
      blob(pixels, 30 + 430 * r, 420 - 300 * r, 25, 1.5, 1.5, 0);
    }
    blob(pixels, 245, 270, 30_000, 2.5, 2.5, 0);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 100; x < 110; x++) {
        pixels[y * SIDE + x] = Float.NaN;
      }
      pixels[y * SIDE + 330] = 0;
    }
    List<Streak> streaks = find(pixels);
    assertThat(streaks).hasSize(1);
    assertThat(Math.hypot(streaks.get(0).x0() - 30, streaks.get(0).y0() - 420)).isLessThan(8);
    assertThat(Math.hypot(streaks.get(0).x1() - 460, streaks.get(0).y1() - 120)).isLessThan(8);
  }

  @Test
  void findsThree() {
    float[] pixels = stars(10, 40);
    double[][] ends = {{30, 40, 470, 300}, {60, 450, 450, 60}, {20, 250, 480, 420}};
    for (double[] end : ends) {
      for (double r = 0; r < 1; r += 0.001) {
        double x = end[0] + r * (end[2] - end[0]);
        blob(pixels, x, end[1] + r * (end[3] - end[1]), 6, 1.5, 1.5, 0);
      }
    }
    assertThat(find(pixels)).hasSize(3);
  }

  private static List<Streak> find(float[] pixels) {
    PixelRows image = PixelRows.of(pixels, SIDE, SIDE);
    BackgroundMesh mesh = BackgroundMesh.measure(image, BackgroundSettings.defaults());
    SurveySettings settings = SurveySettings.defaults().withSaturationLevel(50_000);
    return Survey.of(image, mesh, settings).streaks().streaks();
  }

  private static float[] sky(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] pixels = new float[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) (1000 + NOISE * random.nextGaussian());
    }
    return pixels;
  }

  private static float[] stars(long seed, int count) {
    SplittableRandom random = new SplittableRandom(1000 + seed);
    float[] pixels = sky(seed);
    for (int i = 0; i < count; i++) {
      double peak = 60 * Math.pow(10, 2.5 * Math.pow(random.nextDouble(), 3));
      blob(pixels, SIDE * random.nextDouble(), SIDE * random.nextDouble(), peak, 1.5, 1.5, 0);
    }
    return pixels;
  }

  private static void blob(
      float[] pixels, double x, double y, double peak, double along, double across, double angle) {
    double reach = 5 * Math.max(along, across);
    for (int j = (int) Math.max(0, y - reach); j < Math.min(SIDE, y + reach); j++) {
      for (int i = (int) Math.max(0, x - reach); i < Math.min(SIDE, x + reach); i++) {
        double u = ((i - x) * Math.cos(angle) + (j - y) * Math.sin(angle)) / along;
        double v = ((j - y) * Math.cos(angle) - (i - x) * Math.sin(angle)) / across;
        pixels[j * SIDE + i] += (float) (peak * Math.exp(-(u * u + v * v) / 2));
      }
    }
  }
}
