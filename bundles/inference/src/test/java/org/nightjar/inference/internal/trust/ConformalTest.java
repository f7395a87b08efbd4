package org.nightjar.inference.internal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Tensor;

class ConformalTest {
  private static final int CLASSES = 4;
  private static final int CALIBRATION = 100;
  private static final int DRAWS = 400;

  private static float[] set(Conformal rule, float... p) {
    float[] set = new float[p.length == 1 ? 2 : p.length];
    rule.apply(Tensor.of(p, p.length)).values().get(set);
    return set;
  }

  private static OutputInfo info(List<String> classes, Integer... shape) {
    return new OutputInfo("p", List.of(shape), "probability", "", classes);
  }

  @Test
  void aClassIsInTheSetUpToTheThreshold() {
    assertThat(set(new Conformal(0.1, List.of(0.75)), 0.5f, 0.25f, 0.25f)).containsExactly(1, 1, 1);
    assertThat(set(new Conformal(0.1, List.of(0.7)), 0.5f, 0.25f, 0.25f)).containsExactly(1, 0, 0);
    assertThat(set(new Conformal(0.1, List.of(0.4)), 0.5f, 0.25f, 0.25f)).containsExactly(0, 0, 0);
    assertThat(set(new Conformal(0.1, List.of(1.0)), 1, 0, 0)).containsExactly(1, 1, 1);
  }

  @Test
  void eachClassMayHaveItsOwnThreshold() {
    assertThat(set(new Conformal(0.1, List.of(0.4, 0.8, 0.7)), 0.5f, 0.25f, 0.25f))
        .containsExactly(0, 1, 0);
  }

  @Test
  void aSingleProbabilityCountsAsNotAndYes() {
    Conformal rule = new Conformal(0.1, List.of(0.6));
    assertThat(set(rule, 0.9f)).containsExactly(0, 1);
    assertThat(set(rule, 0.5f)).containsExactly(1, 1);
    assertThat(set(rule, 0.1f)).containsExactly(1, 0);
    assertThat(set(new Conformal(0.1, List.of(0.05, 0.4)), 0.5f)).containsExactly(0, 0);
    assertThat(set(new Conformal(0.1, List.of(0.95, 0.4)), 0.5f)).containsExactly(1, 0);
    assertThat(rule.classes(info(List.of("real"), 1))).containsExactly("not real", "real");
    assertThat(rule.classes(info(List.of(), 1))).containsExactly("no", "yes");
    assertThat(rule.classes(info(List.of("a", "b"), 2))).containsExactly("a", "b");
  }

  @Test
  void theCoverageStandsInTheMeaning() {
    assertThat(new Conformal(0.1, List.of(0.5)).meaning("p_real"))
        .isEqualTo("1 for each class that p_real cannot exclude at 90.0 % coverage");
  }

  @Test
  void mapsAndOtherCountsOfClassesAreRefused() throws NightjarException {
    assertThat(new Conformal(0.1, List.of(0.5)).shape(info(List.of(), 1))).containsExactly(2);
    assertThat(new Conformal(0.1, List.of(0.5)).shape(info(List.of(), 1, 3))).containsExactly(3);
    assertThatThrownBy(() -> new Conformal(0.1, List.of(0.5)).shape(info(List.of(), -1, -1)))
        .hasMessageContaining("is a map");
    assertThatThrownBy(() -> new Conformal(0.1, List.of(0.5, 0.5, 0.5)).shape(info(List.of(), 1)))
        .hasMessageContaining("3 thresholds for 2 classes")
        .hasMessageContaining("first for not, then for yes");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 9, 9",
    "0.1, 10, 10",
    "0.1, 19, 18",
    "0.3, 9, 7",
    "0.5, 4, 3",
    "0.05, 19, 19",
    "0.1, 999, 900",
    "0.7, 9, 3"
  })
  void theThresholdIsTheScoreOfThatRank(double alpha, int n, int rank) {
    double[] scores = new double[n];
    for (int i = 0; i < n; i++) {
      scores[n - 1 - i] = (i + 1) / 1000.0;
    }
    assertThat(Conformal.threshold(scores, alpha)).isEqualTo(rank / 1000.0);
  }

  @Test
  void tooFewSamplesExcludeNothing() {
    assertThat(Conformal.threshold(new double[] {0.1, 0.2}, 0.1)).isEqualTo(1);
    assertThat(Conformal.threshold(new double[0], 0.5)).isEqualTo(1);
  }

  /**
   * Between alpha and {@code 1 / (n + 1)} less are missed, n samples having set the threshold,
   * within four standard errors of so many draws of calibration and test samples. The coverage of
   * one draw is Beta-distributed: Vovk 2012, "Conditional validity of inductive conformal
   * predictors".
   */
  @ParameterizedTest
  @CsvSource({"0.1, false", "0.1, true", "0.3, false", "0.3, true"})
  void trueClassesAreCovered(double alpha, boolean mondrian) {
    Random random = new Random(11);
    int[] missed = new int[CLASSES];
    int[] seen = new int[CLASSES];
    for (int draw = 0; draw < DRAWS; draw++) {
      Conformal rule = new Conformal(alpha, thresholds(random, alpha, mondrian));
      for (int i = 0; i < 50; i++) {
        int truth = random.nextInt(CLASSES);
        seen[truth]++;
        missed[truth] += set(rule, probabilities(random, truth))[truth] == 1 ? 0 : 1;
      }
    }
    if (mondrian) {
      for (int k = 0; k < CLASSES; k++) {
        assertCovered(missed[k], seen[k], alpha);
      }
    }
    assertCovered(Arrays.stream(missed).sum(), Arrays.stream(seen).sum(), alpha);
  }

  private static void assertCovered(int missed, int seen, double alpha) {
    double error = Math.sqrt(alpha * (1 - alpha) * (1.0 / seen + 1.0 / (DRAWS * CALIBRATION)));
    double rate = (double) missed / seen;
    assertThat(rate).isBetween(alpha - 1.0 / (CALIBRATION + 1) - 4 * error, alpha + 4 * error);
  }

  private static List<Double> thresholds(Random random, double alpha, boolean mondrian) {
    double[][] scores = new double[CLASSES][CALIBRATION];
    double[] together = new double[CALIBRATION];
    for (int i = 0; i < CALIBRATION; i++) {
      for (int k = 0; k < CLASSES; k++) {
        scores[k][i] = 1 - (double) probabilities(random, k)[k];
      }
      together[i] = scores[random.nextInt(CLASSES)][i];
    }
    if (!mondrian) {
      return List.of(Conformal.threshold(together, alpha));
    }
    return Arrays.stream(scores).map(each -> Conformal.threshold(each, alpha)).toList();
  }

  // A classifier that is worse at some classes than at others.
  private static float[] probabilities(Random random, int truth) {
    double[] logits = new double[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      logits[k] = random.nextGaussian() + (k == truth ? 1.0 + truth : 0);
    }
    Logits.softmax(logits);
    float[] p = new float[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      p[k] = (float) logits[k];
    }
    return p;
  }
}
