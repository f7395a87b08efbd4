package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MaskedImageTest {

  private static final int SIDE = 400;

  /** What lies under the mask may be anything: nothing that is measured changes. */
  @Test
  void maskedPixelsPlayNoPart() {
    Sky sky = StarField.round(new Sky(SIDE, SIDE, 1000, 10, 1), 150, 100, 20_000, 3, 2);
    float[] flags = new float[sky.pixels.length];
    Random random = new Random(3);
    for (int i = 0; i < flags.length; i++) {
      flags[i] = random.nextInt(30) == 0 || i % SIDE > 370 ? 5 : 8;
    }
    PixelMask mask = PixelMask.ofFlags(PixelRows.of(flags, SIDE, SIDE), 4);
    List<Object> first = measured(PixelRows.masked(sky.rows(), mask));
    for (int i = 0; i < flags.length; i++) {
      if (flags[i] == 5) {
        float[] wild = {Float.NaN, 1e29f, -7e28f, 0, 65_535, Float.POSITIVE_INFINITY, 2e30f};
        sky.pixels[i] = wild[random.nextInt(wild.length)];
      }
    }

    assertThat(measured(PixelRows.masked(sky.rows(), mask))).isEqualTo(first);
    assertThat(measured(sky.rows())).isNotEqualTo(first);
  }

  private static List<Object> measured(PixelRows image) {
    BackgroundMesh mesh = BackgroundMesh.measure(image, BackgroundSettings.defaults());
    SurveySettings settings = SurveySettings.defaults().withSaturationLevel(60_000);
    Survey survey = Survey.of(image, mesh, settings);
    List<Object> all = new ArrayList<>();
    all.add(survey.sources());
    all.add(survey.defects());
    all.add(survey.cosmicRays());
    all.add(survey.streaks());
    all.add(Arrays.toString(survey.fingerprint().encoded()));
    all.add(BackgroundGradient.of(mesh));
    all.add(SeeingField.of(survey.sources(), SIDE, SIDE));
    all.add(AmplifierStep.atHalves(image));
    all.add(Overscan.measure(image, new Section(350, 0, SIDE, SIDE)));
    all.add(CalibrationFrame.measure(image, mesh, survey.defects()));
    return all;
  }

  @Test
  void masksByAnyOfTheBits() {
    float[] flags = {0, 1, 2, 3, 4, 1 << 20, Float.NaN, Float.POSITIVE_INFINITY, -1, 0.5f};
    PixelRows plane = PixelRows.of(flags, 10, 1);

    assertThat(marked(PixelMask.ofFlags(plane, 2))).containsExactly(2, 3, 6, 7, 8);
    assertThat(marked(PixelMask.ofFlags(plane, 1 << 20))).containsExactly(5, 6, 7, 8);
    assertThat(marked(PixelMask.ofFlags(plane, -1))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(marked(PixelMask.ofFlags(plane, 0))).containsExactly(6, 7);
  }

  /** A float holds 24 bits: the Javadoc says what becomes of more. */
  @Test
  void bitsFarBelowAHighOneAreLost() {
    float[] flags = {(1 << 24) | 1, (1 << 23) | 1, 1L << 40, (1L << 40) | (1L << 17)};
    PixelRows plane = PixelRows.of(flags, 4, 1);

    assertThat(marked(PixelMask.ofFlags(plane, 1))).containsExactly(1);
    assertThat(marked(PixelMask.ofFlags(plane, 1L << 40))).containsExactly(2, 3);
    assertThat(marked(PixelMask.ofFlags(plane, 1L << 17))).containsExactly(3);
    assertThat(marked(PixelMask.ofFlags(plane, -1))).containsExactly(0, 1, 2, 3);
  }

  @Test
  void masksByWeightAndVariance() {
    float[] values = {1, 0, -1, Float.NaN, Float.POSITIVE_INFINITY, 1e-20f, 1e31f};
    PixelRows plane = PixelRows.of(values, 7, 1);

    assertThat(marked(PixelMask.ofWeights(plane))).containsExactly(1, 2, 3, 4, 6);
    assertThat(marked(PixelMask.ofVariances(plane))).containsExactly(2, 3, 4, 6);
    assertThat(marked(PixelMask.ofWeights(plane).or(PixelMask.outside(new Section(1, 0, 6, 1)))))
        .containsExactly(0, 1, 2, 3, 4, 6, 7, 8, 9);
  }

  @Test
  void masksWhatLiesOutsideOfASection() {
    PixelMask outside = PixelMask.outside(new Section(2, 1, 5, 3));
    boolean[][] rows = new boolean[4][6];
    for (int y = 0; y < 4; y++) {
      outside.mark(y, rows[y]);
    }

    assertThat(rows[0]).containsOnly(true);
    assertThat(rows[1]).containsExactly(true, true, false, false, false, true);
    assertThat(rows[2]).isEqualTo(rows[1]);
    assertThat(rows[3]).containsOnly(true);
  }

  @Test
  void aSectionIsTheImageThatItCutsOut() {
    Sky sky = new Sky(90, 70, 10, 3, 4);
    Section section = new Section(13, 20, 80, 65);
    float[] cut = new float[67 * 45];
    for (int i = 0; i < cut.length; i++) {
      cut[i] = sky.pixels[(20 + i / 67) * 90 + 13 + i % 67];
    }
    PixelRows part = section.of(sky.rows());
    float[] row = new float[67];
    float[] read = new float[cut.length];
    for (int y = 0; y < part.height(); y++) {
      part.readRow(y, row);
      System.arraycopy(row, 0, read, y * 67, 67);
    }

    assertThat(part.width()).isEqualTo(67);
    assertThat(part.height()).isEqualTo(45);
    assertThat(read).isEqualTo(cut);
    assertThatThrownBy(() -> new Section(0, 0, 91, 70).of(sky.rows()))
        .hasMessageContaining("90 x 70");
    assertThatThrownBy(() -> new Section(5, 0, 5, 70)).hasMessageContaining("hold a pixel");
    assertThatThrownBy(() -> new Section(-1, 0, 5, 70)).hasMessageContaining("start at 0");
  }

  /** One mask for the detectors of an exposure, which are measured side by side. */
  @Test
  void aMaskMayBeSharedByThreads() throws Exception {
    float[] flags = new float[2000 * 50];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = i / 2000 % 2;
    }
    PixelRows plane = PixelRows.of(flags, 2000, 50);
    PixelMask mask =
        PixelMask.ofFlags(plane, 1).or(PixelMask.ofVariances(plane)).or(ofInverse(plane));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> wrong = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int odd = i % 2;
        wrong.add(threads.submit(() -> wrongRows(mask, odd)));
      }
      for (Future<Integer> each : wrong) {
        assertThat(each.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static PixelMask ofInverse(PixelRows plane) {
    return PixelMask.ofWeights(
        new PixelRows() {
          @Override
          public int width() {
            return plane.width();
          }

          @Override
          public int height() {
            return plane.height();
          }

          @Override
          public void readRow(int y, float[] into) {
            Arrays.fill(into, 1 - y % 2);
          }
        });
  }

  private static int wrongRows(PixelMask mask, int odd) {
    int wrong = 0;
    boolean[] row = new boolean[2000];
    boolean[] expected = new boolean[2000];
    Arrays.fill(expected, odd == 1);
    for (int round = 0; round < 500; round++) {
      for (int y = odd; y < 50; y += 2) {
        Arrays.fill(row, false);
        mask.mark(y, row);
        wrong += Arrays.equals(row, expected) ? 0 : 1;
      }
    }
    return wrong;
  }

  private static List<Integer> marked(PixelMask mask) {
    boolean[] row = new boolean[10];
    mask.mark(0, row);
    List<Integer> marked = new ArrayList<>();
    for (int x = 0; x < row.length; x++) {
      if (row[x]) {
        marked.add(x);
      }
    }
    return marked;
  }
}
