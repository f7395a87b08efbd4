package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CosmicRaysTest {

  private static final int SIDE = 1024;
  private static final double LEVEL = 1000;
  private static final double NOISE = 10;
  private static final double FALSE_POSITIVES = 1e-5;

  @ParameterizedTest
  @ValueSource(doubles = {12, 20, 100, 3000})
  void findsSinglePixels(double sigmas) {
    Sky sky = noise(1);
    int hits = 0;
    for (int y = 20; y < SIDE; y += 40) {
      for (int x = 20; x < SIDE; x += 40) {
        sky.pixels[y * SIDE + x] += (float) (sigmas * NOISE);
        hits++;
      }
    }

    CosmicRays found = find(sky, Double.NaN);

    assertThat(found.groupCount()).isEqualTo(found.groups().size());
    assertThat(found.groupCount()).isBetween((int) (0.99 * hits), hits);
    assertThat(found.pixels()).isEqualTo(found.groupCount());
    assertThat(found.goodPixels()).isEqualTo(SIDE * SIDE);
    assertThat(found.fraction()).isCloseTo(found.pixels() / (double) (SIDE * SIDE), within(1e-15));
    assertThat(found.groups())
        .allSatisfy(
            group -> {
              assertThat(group.left() % 40).isEqualTo(20);
              assertThat(group.top() % 40).isEqualTo(20);
              assertThat(group.right()).isEqualTo(group.left());
              assertThat(group.bottom()).isEqualTo(group.top());
              assertThat(group.flux()).isCloseTo(sigmas * NOISE, within(5 * NOISE));
            });
  }

  @ParameterizedTest
  @CsvSource({"1,0,4", "0,1,4", "1,1,5", "1,-1,5", "1,0,9"})
  void findsShortTracks(int stepX, int stepY, int length) {
    Sky sky = noise(2);
    int tracks = 0;
    for (int y = 40; y < SIDE - 40; y += 50) {
      for (int x = 40; x < SIDE - 40; x += 50) {
        for (int i = 0; i < length; i++) {
          sky.pixels[(y + i * stepY) * SIDE + x + i * stepX] += (float) (40 * NOISE);
        }
        tracks++;
      }
    }

    CosmicRays found = find(sky, Double.NaN);

    assertThat(found.groupCount()).isEqualTo(tracks);
    assertThat(found.groups())
        .allSatisfy(
            group -> {
              assertThat(group.pixels()).isEqualTo(length);
              assertThat(group.right() - group.left()).isEqualTo((length - 1) * stepX);
              assertThat(group.bottom() - group.top()).isEqualTo((length - 1) * Math.abs(stepY));
            });
  }

  @ParameterizedTest
  @CsvSource({"2,1000", "3,1000", "5,500"})
  void findsThemAmongStars(double fwhm, int stars) {
    Sky sky = StarField.round(noise(3), stars, 50, 30_000, fwhm, 4);
    Random random = new Random(5);
    List<int[]> hits = new ArrayList<>();
    while (hits.size() < 200) {
      int at = random.nextInt(SIDE * SIDE);
      if (sky.pixels[at] < LEVEL + 5 * NOISE) {
        hits.add(new int[] {at % SIDE, at / SIDE});
      }
    }
    hits.forEach(hit -> sky.pixels[hit[1] * SIDE + hit[0]] += (float) (50 * NOISE));

    List<CosmicRays.Group> groups = find(sky, Double.NaN).groups();
    long found =
        hits.stream()
            .filter(hit -> groups.stream().anyMatch(g -> holds(g, hit[0], hit[1])))
            .count();

    assertThat(found).isGreaterThanOrEqualTo(190);
  }

  @ParameterizedTest
  @CsvSource({"1.5,1", "1.5,2", "1.5,3", "2,4", "2,5", "3,6", "3,7", "5,8", "5,9"})
  void starsAreNone(double fwhm, long seed) {
    Sky sky = StarField.round(noise(seed), 2000, 50, 50_000, fwhm, seed + 100);
    StarField.withPhotonNoise(sky, LEVEL, seed + 200);

    assertThat(find(sky, Double.NaN).fraction()).isLessThan(FALSE_POSITIVES);
  }

  @ParameterizedTest
  @CsvSource({"1.5,4000", "2,4000", "2,30000", "3,30000", "5,30000"})
  void saturatedStarsAreNone(double fwhm, double level) {
    Sky sky = StarField.round(noise(11), 1500, 50, 1e6, fwhm, 12);
    for (int i = 0; i < sky.pixels.length; i++) {
      sky.pixels[i] = (float) Math.min(sky.pixels[i], level);
    }
    PixelRows cut = PixelRows.masked(sky.rows(), coresOf(sky, level));

    assertThat(find(sky, level).fraction()).isLessThan(FALSE_POSITIVES);
    assertThat(find(sky, Double.NaN).fraction()).isLessThan(FALSE_POSITIVES);
    assertThat(find(cut, Double.NaN).fraction()).isLessThan(FALSE_POSITIVES);
  }

  @Test
  void bleedingColumnsAreNone() {
    Sky sky = StarField.round(noise(13), 300, 50, 10_000, 3, 14);
    for (int x = 50; x < SIDE; x += 100) {
      for (int y = 200; y < 700; y++) {
        sky.set(x, y, 60_000);
      }
    }

    assertThat(find(sky, 60_000).fraction()).isLessThan(FALSE_POSITIVES);
  }

  @ParameterizedTest
  @ValueSource(longs = {15, 16, 17, 18})
  void noiseAloneHasNone(long seed) {
    Sky faint = new Sky(SIDE, SIDE, 0, 1, seed);
    Sky whole = new Sky(SIDE, SIDE, 500, 3, seed);
    for (int i = 0; i < whole.pixels.length; i++) {
      whole.pixels[i] = Math.round(whole.pixels[i]);
    }

    assertThat(find(faint, Double.NaN).pixels()).isZero();
    assertThat(find(whole, Double.NaN).pixels()).isZero();
  }

  /** Stars cut by the rim, and stars beside pixels that are masked. */
  @ParameterizedTest
  @ValueSource(doubles = {1.5, 2, 3})
  void starsAtTheRimAndBesideHolesAreNone(double fwhm) {
    Sky sky = noise(19);
    Random random = new Random(20);
    for (int i = 0; i < 100; i++) {
      double along = 10 + 10 * i;
      double off = 3 * random.nextDouble() - 1.5;
      StarField.Shape shape = new StarField.Shape(fwhm, 0, 0);
      StarField.draw(sky, along, off, 5000, shape);
      StarField.draw(sky, off, along, 5000, shape);
      StarField.draw(sky, along, SIDE - 1 + off, 5000, shape);
      StarField.draw(sky, SIDE - 1 + off, along, 5000, shape);
      StarField.draw(sky, along, 512 + off, 5000, shape);
    }
    for (int x = 0; x < SIDE; x++) {
      sky.set(x, 512, Double.NaN);
    }

    assertThat(find(sky, Double.NaN).fraction()).isLessThan(FALSE_POSITIVES);
  }

  /** A star whose middle is not seen looks as sharp as a cosmic ray. */
  @Test
  void judgesNoPixelAtTheRimOrBesideAHole() {
    Sky sky = noise(21);
    for (int i = 5; i < SIDE - 5; i += 20) {
      sky.set(i, 0, 2000).set(0, i, 2000).set(SIDE - 1, i, 2000).set(i, SIDE - 1, 2000);
      sky.set(i, 500, 2000).set(i, 501, Double.NaN);
    }
    assertThat(find(sky, Double.NaN).groupCount()).isZero();

    for (int i = 5; i < SIDE - 5; i += 20) {
      sky.set(i + 8, 1, 2000).set(1, i + 8, 2000).set(i + 8, 500, 2000);
    }
    assertThat(find(sky, Double.NaN).groupCount()).isEqualTo(3 * 51);
  }

  @Test
  void keepsNoMoreGroupsThanAskedButCountsThem() {
    Sky sky = noise(22);
    for (int i = 5; i < SIDE; i += 10) {
      sky.set(i, i, 2000);
    }
    CosmicRaySettings few = new CosmicRaySettings(6, 5, 7);

    CosmicRays found = CosmicRays.find(sky.rows(), sky.mesh(), Double.NaN, few);

    assertThat(found.groups()).hasSize(7);
    assertThat(found.groupCount()).isEqualTo(102);
    assertThat(found.pixels()).isEqualTo(102);
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new CosmicRaySettings(0, 5, 1)).hasMessageContaining("sigmas 0.0");
    assertThatThrownBy(() -> new CosmicRaySettings(5, Double.NaN, 1))
        .hasMessageContaining("contrast NaN");
    assertThatThrownBy(() -> new CosmicRaySettings(5, 5, -1)).hasMessageContaining("mostGroups -1");
  }

  private static PixelMask coresOf(Sky sky, double level) {
    float[] full = new float[sky.pixels.length];
    for (int i = 0; i < full.length; i++) {
      full[i] = sky.pixels[i] >= level ? 4 : 0;
    }
    return PixelMask.ofFlags(PixelRows.of(full, sky.width, sky.height), 4);
  }

  private static boolean holds(CosmicRays.Group group, int x, int y) {
    return x >= group.left() && x <= group.right() && y >= group.top() && y <= group.bottom();
  }

  private static Sky noise(long seed) {
    return new Sky(SIDE, SIDE, LEVEL, NOISE, seed);
  }

  private static CosmicRays find(Sky sky, double saturationLevel) {
    return find(sky.rows(), saturationLevel);
  }

  private static CosmicRays find(PixelRows image, double saturationLevel) {
    BackgroundMesh mesh = BackgroundMesh.measure(image, BackgroundSettings.defaults());
    return CosmicRays.find(image, mesh, saturationLevel, CosmicRaySettings.defaults());
  }
}
