package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreaksTest {

  @TempDir Path folder;

  @Test
  void findsTheSatelliteOfARealImage() throws Exception {
    Streaks found = find(TestFits.read(TestData.exposure("streak_long.fits")).rows());

    assertThat(found.streaks()).hasSize(1);
    Streak streak = found.streaks().get(0);
    assertThat(Math.hypot(streak.x0() - 24, streak.y0() - 338)).isLessThan(5);
    assertThat(Math.hypot(streak.x1() - 338, streak.y1() - 309)).isLessThan(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "M6707HH.fits",
        "M13_blue_0001.fits",
        "M13_blue_0002.fits",
        "sep_image.fits",
        "m13.fits",
        "reprojected_sdss_r.fits.bz2"
      })
  void findsNoneWhereThereIsNone(String name) throws Exception {
    assertThat(find(TestFits.read(TestData.plain(name, folder)).rows()).streaks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.9, 1.4, 2.2, 2.9})
  void findsMadeOnesAtAnyAngle(double angle) {
    Sky sky = field(700, 600, (long) (1000 * angle));
    double x0 = 350 - 220 * Math.cos(angle);
    double y0 = 300 - 220 * Math.sin(angle);
    double x1 = 350 + 220 * Math.cos(angle);
    double y1 = 300 + 220 * Math.sin(angle);
    sky.streak(x0, y0, x1, y1, 15, 1.5);

    Streaks found = find(sky.rows());

    assertThat(found.streaks()).hasSize(1);
    Streak streak = found.streaks().get(0);
    boolean first = x0 < x1;
    assertThat(Math.hypot(streak.x0() - (first ? x0 : x1), streak.y0() - (first ? y0 : y1)))
        .isLessThan(12);
    assertThat(streak.width()).isCloseTo(3.5, within(2.0));
  }

  @Test
  void noiseAndStarsAreNone() {
    for (int seed = 0; seed < 4; seed++) {
      assertThat(find(field(800, 500, seed).rows()).streaks()).isEmpty();
      assertThat(find(new Sky(600, 600, 100, 5, seed).rows()).streaks()).isEmpty();
    }
  }

  @Test
  void standsTinyAndEmptyImages() {
    assertThat(find(new Sky(1, 1, 5, 0, 1).rows()).streaks()).isEmpty();
    assertThat(find(new Sky(3, 2000, 5, 1, 1).rows()).streaks()).isEmpty();
    assertThat(find(new Sky(90, 90, Double.NaN, 0, 1).rows()).streaks()).isEmpty();
    assertThat(find(new Sky(90, 90, 7, 0, 1).rows()).streaks()).isEmpty();
  }

  private static Sky field(int width, int height, long seed) {
    Sky sky = new Sky(width, height, 1000, 10, seed);
    Random random = new Random(seed);
    for (int i = 0; i < 150; i++) {
      double peak = 40 / Math.pow(random.nextDouble(), 1.2);
      sky.star(random.nextDouble() * width, random.nextDouble() * height, peak, 1.6);
    }
    return sky;
  }

  private static Streaks find(PixelRows image) {
    BackgroundMesh mesh = BackgroundMesh.measure(image, BackgroundSettings.defaults());
    return Survey.of(image, mesh, SurveySettings.defaults()).streaks();
  }
}
