package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SourceDetectionTest {

  private static final double SIGMA_TO_FWHM = 2.3548;

  @Test
  void findsEveryStarWhereItIs() {
    Sky sky = new Sky(512, 512, 1000, 10, 1);
    for (int row = 0; row < 8; row++) {
      for (int column = 0; column < 8; column++) {
        sky.star(32.3 + 64 * column, 31.7 + 64 * row, 500, 1.8);
      }
    }
    List<Source> sources = sky.detect().sources();

    assertThat(sources).hasSize(64);
    double flux = 2 * Math.PI * 1.8 * 1.8 * 500;
    assertThat(sources)
        .allSatisfy(
            source -> {
              assertThat((source.x() - 32.3 + 32) % 64).isCloseTo(32, within(0.15));
              assertThat((source.y() - 31.7 + 32) % 64).isCloseTo(32, within(0.15));
              assertThat(source.flux()).isCloseTo(flux, within(0.1 * flux));
              assertThat(source.peak()).isCloseTo(500, within(60.0));
              assertThat(source.fwhm()).isCloseTo(1.8 * SIGMA_TO_FWHM, within(0.3));
              assertThat(source.flags()).isEmpty();
            });
  }

  @Test
  void noiseAloneHasNoSources() {
    assertThat(new Sky(1000, 1000, 1000, 10, 2).detect().sources()).hasSizeLessThan(5);
  }

  @Test
  void measuresTheEllipse() {
    Source source =
        new Sky(128, 128, 0, 1, 3).ellipse(64, 64, 1000, 4, 2).detect().sources().get(0);
    Source upright =
        new Sky(128, 128, 0, 1, 3).ellipse(64, 64, 1000, 2, 4).detect().sources().get(0);

    assertThat(source.a()).isCloseTo(4, within(0.2));
    assertThat(source.b()).isCloseTo(2, within(0.15));
    assertThat(source.theta()).isCloseTo(0, within(0.02));
    assertThat(Math.abs(upright.theta())).isCloseTo(Math.PI / 2, within(0.02));
    assertThat(source.ellipticity()).isCloseTo(0.5, within(0.05));
  }

  @Test
  void splitsWhatOverlaps() {
    Sky pair = new Sky(128, 128, 0, 1, 4).star(60, 64, 300, 2).star(68, 64, 200, 2);

    List<Source> split = pair.detect().sources();
    List<Source> whole = pair.detect(DetectionSettings.defaults().withDeblending(32, 1)).sources();

    assertThat(split).hasSize(2).allMatch(source -> source.is(SourceFlag.BLENDED));
    assertThat(split.stream().mapToDouble(Source::x).sorted().toArray()[0])
        .isCloseTo(60, within(0.4));
    assertThat(split.stream().mapToDouble(Source::x).sorted().toArray()[1])
        .isCloseTo(68, within(0.4));
    assertThat(whole).hasSize(1).noneMatch(source -> source.is(SourceFlag.BLENDED));
    assertThat(split.stream().mapToInt(Source::area).sum()).isEqualTo(whole.get(0).area());
    assertThat(split.stream().mapToDouble(Source::flux).sum())
        .isCloseTo(whole.get(0).flux(), within(1e-3));
  }

  @Test
  void cleansOnlyNearBrightSources() {
    Sky sky = new Sky(512, 512, 0, 1, 5).star(256, 256, 20_000, 6);
    for (int i = 0; i < 40; i++) {
      sky.star(256 + 36 * Math.cos(i), 256 + 36 * Math.sin(i), 1.9, 1.2);
      sky.star(12.5 * i + 5, 20, 40, 1.5);
    }
    SourceList found = sky.detect();
    long far = found.sources().stream().filter(source -> source.y() < 25).count();

    assertThat(found.sources().size()).isLessThan(found.beforeCleaning());
    assertThat(far).isEqualTo(40);
    assertThat(sky.detect(DetectionSettings.defaults().withCleaning(0)).sources())
        .hasSize(found.beforeCleaning());
  }

  @Test
  void flagsWhatIsSaturatedOrAtTheRim() {
    Sky sky =
        new Sky(128, 128, 1000, 5, 6)
            .star(1, 64, 400, 1.5)
            .star(64, 64, 400, 1.5)
            .star(100, 30, 100_000, 1.5);
    for (int i = 0; i < sky.pixels.length; i++) {
      sky.pixels[i] = Math.min(sky.pixels[i], 60_000);
    }
    List<Source> sources =
        sky.detect(DetectionSettings.defaults().withSaturationLevel(60_000)).sources();

    assertThat(sources).hasSize(3);
    assertThat(sources.stream().filter(source -> source.is(SourceFlag.EDGE)).map(Source::left))
        .containsExactly(0);
    assertThat(sources.stream().filter(source -> source.is(SourceFlag.SATURATED)).map(Source::peak))
        .singleElement()
        .satisfies(peak -> assertThat(peak).isGreaterThan(58_000));
  }

  @Test
  void badPixelsHoldNoSource() {
    Sky sky = new Sky(256, 256, 100, 1, 7).star(60, 60, 500, 2).star(200, 200, 500, 2);
    for (int y = 40; y < 80; y++) {
      for (int x = 40; x < 80; x++) {
        sky.set(x, y, Float.NaN);
      }
    }
    assertThat(sky.detect().sources())
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.x()).isCloseTo(200, within(0.1));
              assertThat(source.y()).isCloseTo(200, within(0.1));
            });
  }

  @Test
  void isTheSameOnAnyThreadAndFromAnyBuffer() throws Exception {
    Sky sky = crowd(300, 8);
    SourceList alone = sky.detect();
    FloatBuffer buffer =
        FloatBuffer.allocate(sky.pixels.length + 3).position(3).put(sky.pixels).position(3);
    SourceList buffered =
        SourceDetection.detect(
            PixelRows.of(buffer, 300, 300), sky.mesh(), DetectionSettings.defaults());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<SourceList> again = sky::detect;
      for (Future<SourceList> future : threads.invokeAll(List.of(again, again, again, again))) {
        assertThat(future.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(buffered).isEqualTo(alone);
    assertThat(alone.sources()).hasSizeGreaterThan(100);
  }

  /**
   * What lies above, below or beside must not matter: the same crowd upside down has the same
   * sources.
   */
  @Test
  void isTheSameUpsideDown() {
    Sky sky = crowd(320, 9);
    DetectionSettings settings = DetectionSettings.defaults().withDeblending(1, 1).withCleaning(0);
    List<Long> upright = areas(sky.detect(settings));
    Sky turned = new Sky(320, 320, 0, 0, 0);
    for (int i = 0; i < sky.pixels.length; i++) {
      turned.pixels[sky.pixels.length - 1 - i] = sky.pixels[i];
    }

    assertThat(areas(turned.detect(settings))).isEqualTo(upright);
  }

  @Test
  void standsHostileImages() {
    float[] nothing = new float[300 * 200];
    Arrays.fill(nothing, Float.NaN);
    Sky hotRow = new Sky(300, 200, 0, 0, 0);
    Sky checkers = new Sky(300, 300, 0, 0, 0);
    for (int i = 0; i < 300; i++) {
      hotRow.set(i, 100, 1000);
      for (int j = i % 2; j < 300; j += 2) {
        checkers.set(i, j, 100);
      }
    }
    PixelRows empty = PixelRows.of(nothing, 300, 200);
    SourceList none =
        SourceDetection.detect(
            empty,
            BackgroundMesh.measure(empty, BackgroundSettings.defaults()),
            DetectionSettings.defaults());

    assertThat(none.sources()).isEmpty();
    assertThat(none.threshold()).isNaN();
    assertThat(new Sky(1, 1, 5, 0, 0).detect().sources()).isEmpty();
    assertThat(new Sky(1, 3000, 5, 1, 0).detect().sources()).hasSizeLessThan(5);
    assertThat(new Sky(300, 200, 1234.567, 0, 0).detect().sources()).isEmpty();
    assertThat(hotRow.detect().sources())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.area()).isEqualTo(900);
              assertThat(row.is(SourceFlag.EDGE)).isTrue();
            });
    assertThat(checkers.detect().sources()).isEmpty();
    assertThat(crowd(200, 10).set(50, 50, 1e30).set(70, 70, -1e30).detect().sources())
        .allMatch(
            source -> Double.isFinite(source.x()) && Double.isFinite(source.a()) && source.b() > 0);
  }

  @Test
  void keepsNoMoreSourcesThanAsked() {
    DetectionSettings few =
        new DetectionSettings(1.5, 5, Kernel.pyramid(), 32, 0.005, 1, Double.NaN, 10);
    SourceList found = crowd(300, 11).detect(few);

    assertThat(found.sources()).hasSizeLessThanOrEqualTo(10);
    assertThat(found.complete()).isFalse();
  }

  @Test
  void keepsOnlyAPartOfAnEnormousRegion() {
    Sky comb = new Sky(3600, 3600, 0, 0, 0);
    for (int i = 0; i < 3600; i++) {
      for (int tooth = 0; tooth < 3600; tooth += 12) {
        comb.set(tooth, i, 100);
      }
      comb.set(i, 1800, 100);
    }

    assertThat(comb.detect().sources())
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.is(SourceFlag.TRUNCATED)).isTrue();
              assertThat(source.area()).isEqualTo(1 << 21);
            });
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    Kernel kernel = Kernel.none();
    assertThatThrownBy(() -> new DetectionSettings(0, 5, kernel, 32, 0.1, 1, 0, 1))
        .hasMessageContaining("threshold");
    assertThatThrownBy(() -> new DetectionSettings(1, 0, kernel, 32, 0.1, 1, 0, 1))
        .hasMessageContaining("minArea");
    assertThatThrownBy(() -> new DetectionSettings(1, 5, kernel, 0, 0.1, 1, 0, 1))
        .hasMessageContaining("Levels");
    assertThatThrownBy(() -> new DetectionSettings(1, 5, kernel, 32, 2, 1, 0, 1))
        .hasMessageContaining("Contrast");
    assertThatThrownBy(() -> new DetectionSettings(1, 5, kernel, 32, 1, -1, 0, 1))
        .hasMessageContaining("clean");
    assertThatThrownBy(() -> new DetectionSettings(1, 5, kernel, 32, 1, 1, 0, 0))
        .hasMessageContaining("mostSources");
    assertThatThrownBy(() -> Kernel.of(1, 2, 3, 4)).hasMessageContaining("odd square");
    assertThatThrownBy(() -> Kernel.of(-1)).hasMessageContaining("sum");
  }

  private static Sky crowd(int side, long seed) {
    Sky sky = new Sky(side, side, 1000, 10, seed);
    Random random = new Random(seed);
    for (int i = 0; i < side * side / 300; i++) {
      double peak = 30 / (0.001 + random.nextDouble());
      sky.star(random.nextDouble() * side, random.nextDouble() * side, peak, 1.5);
    }
    return sky;
  }

  private static List<Long> areas(SourceList found) {
    return found.sources().stream()
        .map(source -> (long) source.area())
        .sorted()
        .collect(Collectors.toList());
  }
}
