package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streaks drawn into generated star fields, and none where there are none. */
class HostileStreaksTest {
  private static final int SIDE = 600;
  private static final double NOISE = 10;

  @ParameterizedTest(name = "from ({0}, {1}) to ({2}, {3}), {4} sigma high, sigma {5} across")
  @CsvSource({
    "100, 80, 500, 420, 5, 1.5",
    "50, 300, 550, 310, 3, 1.5",
    "310, 40, 300, 560, 3, 1.5",
    "500, 100, 120, 480, 1.5, 2",
    "0, 0, 599, 599, 1, 1.5",
    "20, 590, 580, 30, 20, 4",
    "300, 300, 380, 350, 6, 1.5",
    "60, 500, 540, 470, 1.2, 1.5",
    "200, 100, 200, 500, 4, 2",
  })
  void findsEnds(double x0, double y0, double x1, double y1, double sigmas, double across) {
    float[] pixels = field(7, 60);
    draw(pixels, x0, y0, x1, y1, sigmas * NOISE, across);
    List<Streak> streaks = find(pixels, SIDE).streaks();
    assertThat(streaks).hasSize(1);
    Streak streak = streaks.get(0);
    double tolerance = sigmas < 2 ? 20 : 6;
    assertThat(away(streak, x0, y0)).isLessThan(tolerance);
    assertThat(away(streak, x1, y1)).isLessThan(tolerance);
    assertThat(streak.width()).isCloseTo(2.355 * across, within(1.5));
  }

  @Test
  void findsTwoThatCross() {
    float[] pixels = field(3, 60);
    draw(pixels, 50, 60, 550, 500, 60, 1.5);
    draw(pixels, 100, 520, 480, 90, 25, 1.5);
    assertThat(find(pixels, SIDE).streaks()).hasSize(2);
  }

  @Test
  void findsOneBrokenByBadColumnsAndBlinking() {
    float[] pixels = field(5, 40);
    draw(pixels, 30, 200, 570, 330, 50, 1.5);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 280; x < 300; x++) {
        pixels[y * SIDE + x] = Float.NaN;
      }
    }
    List<Streak> streaks = find(pixels, SIDE).streaks();
    assertThat(streaks).hasSize(1);
    assertThat(streaks.get(0).length()).isCloseTo(Math.hypot(540, 130), within(12.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 1500})
  void findsNoneAmongStars(int stars) {
    for (int seed = 0; seed < 10; seed++) {
      assertThat(find(field(seed, stars), SIDE).streaks()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void takesNeitherBleedsNorSpikesForStreaks() {
    float[] pixels = field(11, 60);
    star(pixels, 300, 250, 60_000, 3);
    for (int y = 100; y < 420; y++) {
      for (int x = 298; x < 303; x++) {
        pixels[y * SIDE + x] = 60_000;
      }
    }
    star(pixels, 150, 450, 50_000, 3);
    for (int r = 4; r < 120; r++) {
      for (int side : new int[] {-1, 1}) {
        double height = 4000.0 / r;
        pixels[(450 + side * r) * SIDE + 150 + side * r] += (float) height;
        pixels[(450 + side * r) * SIDE + 150 - side * r] += (float) height;
      }
    }
    assertThat(find(pixels, SIDE).streaks()).isEmpty();
  }

  private static Streaks find(float[] pixels, int width) {
    PixelRows image = PixelRows.of(pixels, width, pixels.length / width);
    BackgroundMesh background = BackgroundMesh.measure(image, BackgroundSettings.defaults());
    SourceList sources =
        SourceDetection.detect(
            image, background, DetectionSettings.defaults().withSaturationLevel(50_000));
    return Streaks.find(image, background, sources, StreakSettings.defaults());
  }

  private static double away(Streak streak, double x, double y) {
    return Math.min(
        Math.hypot(streak.x0() - x, streak.y0() - y), Math.hypot(streak.x1() - x, streak.y1() - y));
  }

  private static float[] field(long seed, int stars) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] pixels = new float[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) (1000 + NOISE * random.nextGaussian());
    }
    for (int i = 0; i < stars; i++) {
      double peak = 60 * Math.pow(10, 2.5 * Math.pow(random.nextDouble(), 3));
      star(pixels, SIDE * random.nextDouble(), SIDE * random.nextDouble(), peak, 1.5);
    }
    return pixels;
  }

  private static void star(float[] pixels, double x, double y, double peak, double sigma) {
    for (int j = (int) Math.max(0, y - 20); j < Math.min(SIDE, y + 20); j++) {
      for (int i = (int) Math.max(0, x - 20); i < Math.min(SIDE, x + 20); i++) {
        double r2 = (i - x) * (i - x) + (j - y) * (j - y);
        pixels[j * SIDE + i] += (float) (peak * Math.exp(-r2 / (2 * sigma * sigma)));
      }
    }
  }

  private static void draw(
      float[] pixels, double x0, double y0, double x1, double y1, double peak, double sigma) {
    double length = Math.hypot(x1 - x0, y1 - y0);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length;
        double across = (-(x - x0) * (y1 - y0) + (y - y0) * (x1 - x0)) / length;
        double outside = Math.max(0, Math.max(-along, along - length));
        double r2 = across * across + outside * outside;
        pixels[y * SIDE + x] += (float) (peak * Math.exp(-r2 / (2 * sigma * sigma)));
      }
    }
  }
}
