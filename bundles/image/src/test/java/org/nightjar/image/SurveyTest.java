package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyTest {

  @ParameterizedTest
  @CsvSource({"700,500,1", "333,777,2", "64,64,3", "5,1,4", "1,9,5"})
  void equalsTheSeparateCalls(int width, int height, long seed) {
    Sky sky = busy(width, height, seed);
    BackgroundMesh mesh = sky.mesh();
    SurveySettings settings = SurveySettings.defaults().withSaturationLevel(30_000);

    Survey survey = Survey.of(sky.rows(), mesh, settings);

    SourceList sources = SourceDetection.detect(sky.rows(), mesh, settings.detection());
    assertThat(survey.sources()).isEqualTo(sources);
    assertThat(survey.defects())
        .isEqualTo(PixelDefects.count(sky.rows(), mesh, settings.defects()));
    assertThat(survey.cosmicRays())
        .isEqualTo(CosmicRays.find(sky.rows(), mesh, 30_000, settings.cosmicRays()));
    assertThat(survey.streaks())
        .isEqualTo(Streaks.find(sky.rows(), mesh, sources, settings.streaks()));
    assertThat(survey.fingerprint().encoded())
        .isEqualTo(FrameFingerprint.of(sky.rows(), mesh, sources).encoded());
  }

  @Test
  void theImageOfThatTestHoldsSomeOfEverything() {
    Sky sky = busy(700, 500, 1);
    Survey survey =
        Survey.of(sky.rows(), sky.mesh(), SurveySettings.defaults().withSaturationLevel(30_000));

    assertThat(survey.sources().sources()).hasSizeGreaterThan(50);
    assertThat(survey.defects().bad()).isPositive();
    assertThat(survey.defects().dead()).isPositive();
    assertThat(survey.defects().hot()).isPositive();
    assertThat(survey.defects().saturated()).isPositive();
    assertThat(survey.cosmicRays().groups()).isNotEmpty();
  }

  @Test
  void findsTheSameStreak() {
    Sky sky = new Sky(600, 600, 1000, 10, 4).streak(60, 90, 520, 410, 60, 1.5);
    Survey survey = Survey.of(sky.rows(), sky.mesh(), SurveySettings.defaults());

    assertThat(survey.streaks().streaks()).hasSize(1);
    assertThat(survey.streaks())
        .isEqualTo(
            Streaks.find(sky.rows(), sky.mesh(), survey.sources(), StreakSettings.defaults()));
  }

  @Test
  void isTheSameOnAnyThreadHoweverOften() throws Exception {
    Sky sky = busy(500, 400, 6);
    List<Object> first = measured(sky);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<Object>>> others = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        others.add(threads.submit(() -> measured(sky)));
      }
      for (Future<List<Object>> other : others) {
        assertThat(other.get()).isEqualTo(first);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(measured(sky)).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      floats = {
        0,
        -1,
        1234.567f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.MIN_VALUE,
        1e30f,
        -1e30f,
        9.9e29f
      })
  void constantImagesNeverThrow(float value) {
    for (int[] size : new int[][] {{1, 1}, {2, 1}, {1, 300}, {300, 1}, {40, 33}, {130, 129}}) {
      Sky sky = new Sky(size[0], size[1], 0, 0, 1);
      Arrays.fill(sky.pixels, value);
      assertThatCode(() -> measured(sky)).doesNotThrowAnyException();
      assertThat(measured(sky)).isEqualTo(measured(sky));
      assertThat(
              SourceDetection.detect(sky.rows(), sky.mesh(), DetectionSettings.defaults())
                  .sources())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void wildImagesNeverThrow(long seed) {
    Random random = new Random(seed);
    Sky sky = new Sky(1 + random.nextInt(300), 1 + random.nextInt(300), 100, 5, seed);
    float[] wild = {
      Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, 1e30f, -1e30f, 0
    };
    int rarity = 1 + random.nextInt(20);
    for (int i = 0; i < sky.pixels.length; i++) {
      if (random.nextInt(rarity) == 0) {
        sky.pixels[i] =
            random.nextBoolean()
                ? wild[random.nextInt(wild.length)]
                : Float.intBitsToFloat(random.nextInt());
      }
    }

    assertThatCode(() -> measured(sky)).doesNotThrowAnyException();
  }

  private static List<Object> measured(Sky sky) {
    PixelRows image = sky.rows();
    BackgroundMesh mesh = sky.mesh();
    Survey survey = Survey.of(image, mesh, SurveySettings.defaults().withSaturationLevel(30_000));
    List<Object> all = new ArrayList<>();
    all.add(survey.sources());
    all.add(survey.defects());
    all.add(survey.cosmicRays());
    all.add(survey.streaks());
    all.add(Arrays.toString(survey.fingerprint().encoded()));
    all.add(FrameComparison.of(survey.fingerprint(), survey.fingerprint()));
    all.add(BackgroundGradient.of(mesh));
    all.add(Seeing.of(survey.sources()));
    all.add(SeeingField.of(survey.sources(), sky.width, sky.height));
    all.add(AmplifierStep.atHalves(image));
    all.add(Overscan.measure(image, Section.all(image)));
    all.add(CalibrationFrame.measure(image, mesh, survey.defects()));
    return all;
  }

  /** Stars, some of them saturated, cosmic rays, a streak, a dead column, holes. */
  private static Sky busy(int width, int height, long seed) {
    Sky sky = new Sky(width, height, 1000, 10, seed);
    StarField.round(sky, width * height / 5000, 50, 35_000, 3, seed + 1);
    sky.streak(0.1 * width, 0.2 * height, 0.9 * width, 0.7 * height, 200, 1.5);
    Random random = new Random(seed + 2);
    for (int i = 0; i < sky.pixels.length; i++) {
      int lot = random.nextInt(2000);
      if (lot == 0 || i % width == 211) {
        sky.pixels[i] = lot == 0 ? Float.NaN : 0;
      } else if (lot == 1) {
        sky.pixels[i] += 3000;
      }
      sky.pixels[i] = Math.min(sky.pixels[i], 30_000);
    }
    return sky;
  }
}
