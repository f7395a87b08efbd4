package org.nightjar.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Shape;
import org.nightjar.api.report.Verdict;
import org.nightjar.testkit.InMemoryImage;
import org.nightjar.testkit.Sky;

/** Frames in which one thing is wrong. */
class DefectsTest {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 256;
  private static final Sky SKY = Sky.of(WIDTH, HEIGHT).withStars(40);

  @TempDir private Path folder;

  @Test
  void findsNothingInAGoodFrame() throws Exception {
    Judged judged = judged(SKY.pixels());
    assertThat(judged.report().verdict()).isEqualTo(Verdict.OK);
    assertThat(judged.report().findings()).isEmpty();
    assertThat(judged.value("streaks")).isZero();
    assertThat(judged.value("cosmicRayPixels")).isLessThan(10);
  }

  @Test
  void findsATrailWithItsEndsAndWidth() throws Exception {
    float[] pixels = SKY.pixels();
    add(pixels, i -> 60 * Math.exp(-Math.pow(distance(i) / 1.5, 2) / 2));
    Judged judged = judged(pixels);
    Shape.Line line = (Shape.Line) judged.finding("streak").shape().orElseThrow();
    assertThat(line.x0()).isCloseTo(40, within(5.0));
    assertThat(line.y0()).isCloseTo(30, within(5.0));
    assertThat(line.x1()).isCloseTo(280, within(5.0));
    assertThat(line.y1()).isCloseTo(210, within(5.0));
    assertThat(line.width()).isBetween(2.5, 5.5);
    assertThat(judged.report().reasons()).singleElement().asString().contains("streakFraction");
  }

  @Test
  void findsHitsOfCosmicRays() throws Exception {
    float[] pixels = SKY.pixels();
    for (int hit = 0; hit < 12; hit++) {
      for (int i = 0; i < 5; i++) {
        pixels[(20 + 18 * hit) * WIDTH + 15 + 23 * hit + i] += 900;
      }
    }
    Judged judged = judged(pixels);
    assertThat(judged.value("cosmicRays")).isGreaterThanOrEqualTo(10);
    assertThat(judged.findings("cosmic-ray")).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void findsAGradient() throws Exception {
    float[] pixels = SKY.pixels();
    add(pixels, i -> 400.0 * (i % WIDTH) / WIDTH);
    Judged judged = judged(pixels);
    assertThat(judged.value("gradient")).isCloseTo(400, within(40.0));
    assertThat(judged.finding("gradient").evidence()).contains("the background rises by");
    assertThat(judged.report().verdict()).isEqualTo(Verdict.OK);
    add(pixels, i -> 1200.0 * (i % WIDTH) / WIDTH);
    assertThat(judged(pixels).report().reasons())
        .singleElement()
        .asString()
        .contains("the relative background gradient (relativeGradient) is too large");
  }

  @Test
  void findsATrackingError() throws Exception {
    float[] pixels = trailed();
    Judged judged = judged(pixels);
    assertThat(judged.value("elongation")).isGreaterThan(0.2);
    assertThat(judged.value("elongationAngle")).isCloseTo(0, within(10.0));
    assertThat(judged.finding("tracking-error").evidence()).contains("stretched alike");
    assertThat(judged.report().verdict()).isEqualTo(Verdict.QUESTIONABLE);
  }

  @Test
  void findsAHotColumn() throws Exception {
    float[] pixels = SKY.pixels();
    for (int y = 0; y < HEIGHT; y++) {
      pixels[y * WIDTH + 77] += 200;
    }
    Judged judged = judged(pixels);
    assertThat(judged.value("hotLines")).isEqualTo(1);
    assertThat(judged.finding("hot-columns").pixels().orElseThrow().region())
        .isEqualTo(Region.of(77, 0, 78, HEIGHT));
  }

  private Judged judged(float[] pixels) throws Exception {
    return Judged.of(Exposures.of(InMemoryImage.of("S1", WIDTH, pixels)), folder);
  }

  private static void add(float[] pixels, IntToDoubleFunction more) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] += (float) more.applyAsDouble(i);
    }
  }

  /** From the line (40, 30) to (280, 210). */
  private static double distance(int i) {
    double x = i % WIDTH - 40;
    double y = i / (double) WIDTH - i % WIDTH / (double) WIDTH - 30;
    double along = Math.max(0, Math.min(300, 0.8 * x + 0.6 * y));
    return Math.hypot(x - 0.8 * along, y - 0.6 * along);
  }

  /** Every star drawn out along the rows, the noise left as it was. */
  private static float[] trailed() {
    float[] stars = Sky.of(WIDTH, HEIGHT).withStars(40).withBackground(0, 0).pixels();
    float[] pixels = Sky.of(WIDTH, HEIGHT).withStars(0).pixels();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 2; x < WIDTH - 2; x++) {
        for (int dx = -2; dx <= 2; dx++) {
          pixels[y * WIDTH + x] += stars[y * WIDTH + x + dx] / 5;
        }
      }
    }
    return pixels;
  }
}
