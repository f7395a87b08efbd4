package org.nightjar.inference.internal.precision.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.manifest.MetricSpec.Name;

/** Metrics have the values that others compute (scipy 1.17, numpy, or by hand). */
class MetricValuesTest {
  static final float[] SCORES = {
    0.8f, 1.2f, 0.5f, 0.6f, 0.4f, 0.4f, 0.4f, 0.4f, 0.0f, 1.3f, 1.0f, 0.2f, 0.8f, 1.0f, 0.9f, 1.2f
  };
  static final float[] OTHERS = {
    0.8f, 1.1f, 0.6f, 0.6f, 0.4f, 0.6f, 0.4f, 0.3f, 0.0f, 1.3f, 0.7f, 0.2f, 0.8f, 1.1f, 0.9f, 1.2f
  };
  static final int[] TRUTHS = {0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1};
  private static final int[] WEIGHTS = {1, 0, 3, 1, 2, 1, 1, 0, 2, 4, 1, 1, 1, 0, 1, 2};

  static Scored auc(float[] scores, int[] truths) throws NightjarException {
    Tally tally = new Metric(Name.AUC, "y", 0, 1, 0.5).tally(scores.length);
    for (int i = 0; i < scores.length; i++) {
      tally.add(number(scores[i]), number(truths[i]));
    }
    return tally.scored();
  }

  static Tensor number(float value) {
    return Tensor.of(new float[] {value}, 1);
  }

  static Tensor row(float... values) {
    return Tensor.of(values, values.length);
  }

  static double value(Scored scored) {
    int[] once = new int[scored.size()];
    Arrays.fill(once, 1);
    return scored.value(once);
  }

  @Test
  void theAreaUnderTheCurveCountsEqualScoresHalf() throws Exception {
    assertThat(value(auc(SCORES, TRUTHS))).isEqualTo(0.75);
    assertThat(value(auc(OTHERS, TRUTHS))).isEqualTo(0.6640625);
    assertThat(auc(SCORES, TRUTHS).value(WEIGHTS)).isCloseTo(0.8590909090909091, within(1e-15));
  }

  @Test
  void theAreaIsThatOfAllPairs() throws Exception {
    long pairs = 0;
    double won = 0;
    for (int i = 0; i < SCORES.length; i++) {
      for (int j = 0; j < SCORES.length; j++) {
        if (TRUTHS[i] == 1 && TRUTHS[j] == 0) {
          pairs++;
          won += SCORES[i] > SCORES[j] ? 1 : SCORES[i] == SCORES[j] ? 0.5 : 0;
        }
      }
    }
    assertThat(value(auc(SCORES, TRUTHS))).isEqualTo(won / pairs);
  }

  @Test
  void theAreaOfOneKindAloneIsNoNumber() throws Exception {
    assertThat(value(auc(new float[] {1, 2}, new int[] {1, 1}))).isNaN();
  }

  @Test
  void theAreaOfOneClassOfSeveral() throws Exception {
    Tally tally = new Metric(Name.AUC, "y", 2, 2, 0.5).tally(4);
    tally.add(row(0.1f, 0.2f, 0.7f), number(2));
    tally.add(row(0.1f, 0.6f, 0.3f), number(1));
    tally.add(row(0.5f, 0.1f, 0.4f), number(0));
    tally.add(row(0.5f, 0.2f, 0.3f), number(2));
    assertThat(value(tally.scored())).isEqualTo((2 + 0.5) / 4);
  }

  @Test
  void accuracyOfASingleNumberIsCutAtTheThreshold() throws Exception {
    Tally tally = new Metric(Name.ACCURACY, "y", 0, 1, 0.6).tally(4);
    tally.add(number(0.6f), number(1));
    tally.add(number(0.59f), number(1));
    tally.add(number(0.2f), number(0));
    tally.add(number(0.7f), number(0));
    assertThat(value(tally.scored())).isEqualTo(0.5);
    assertThat(tally.scored().value(new int[] {3, 1, 0, 0})).isEqualTo(0.75);
  }

  @Test
  void accuracyOfSeveralClassesTakesTheFirstOfTheLargest() throws Exception {
    Tally tally = new Metric(Name.ACCURACY, "y", 0, 1, 0.5).tally(3);
    tally.add(row(0.2f, 0.4f, 0.4f), number(1));
    tally.add(row(0.2f, 0.4f, 0.4f), number(2));
    tally.add(row(0.2f, 0.1f, 0.7f), number(2));
    assertThat(value(tally.scored())).isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void rootMeanSquaredErrorOverAllNumbers() throws Exception {
    Tally tally = new Metric(Name.RMSE, "y", 0, 1, 0.5).tally(5);
    float[] errors = {0.5f, -0.2f, 0.1f, 0.9f, -1.1f};
    for (float error : errors) {
      tally.add(number(10 + error), number(10));
    }
    assertThat(value(tally.scored())).isCloseTo(0.6811754546370561, within(1e-6));
    Tally rows = new Metric(Name.RMSE, "y", 0, 1, 0.5).tally(2);
    rows.add(row(1, 2, 3), row(1, 2, 6));
    rows.add(row(0, 0, 0), row(4, 0, 0));
    assertThat(value(rows.scored())).isCloseTo(Math.sqrt(25.0 / 6), within(1e-15));
  }

  @Test
  void diceOverAllPixelsOfAllSamples() throws Exception {
    Tally tally = new Metric(Name.DICE, "y", 0, 1, 0).tally(3);
    tally.add(row(2, -1, 0, -3), row(1, 1, 0, 0));
    tally.add(row(-2, -1, -4, -3), row(0, 0, 0, 0));
    assertThat(value(tally.scored())).isEqualTo(0.5);
    assertThat(tally.scored().value(new int[] {0, 5}))
        .as("nothing there, nothing found")
        .isEqualTo(1);
    tally.add(row(2, 2, 2, -1), row(1, 1, 1, 0));
    assertThat(value(tally.scored())).isEqualTo(2 * 4 / 10.0);
  }

  @Test
  void labelsThatCannotBeAreRefused() throws Exception {
    Tally auc = new Metric(Name.AUC, "y", 0, 1, 0.5).tally(1);
    assertThatThrownBy(() -> auc.add(number(1), number(2)))
        .hasMessageContaining("the label 2.0 is no class")
        .hasMessageContaining("from 0 to 1");
    assertThatThrownBy(() -> auc.add(number(1), number(Float.NaN)))
        .hasMessageContaining("the label NaN is no class");
    assertThatThrownBy(() -> auc.add(number(1), row(1, 0)))
        .hasMessageContaining("a class is one number");
    Tally accuracy = new Metric(Name.ACCURACY, "y", 0, 1, 0.5).tally(1);
    assertThatThrownBy(() -> accuracy.add(row(1, 2, 3), number(0.5f)))
        .hasMessageContaining("the label 0.5 is no class");
    Tally rmse = new Metric(Name.RMSE, "y", 0, 1, 0.5).tally(1);
    assertThatThrownBy(() -> rmse.add(row(1, 2, 3), number(1)))
        .hasMessageContaining("one number for each number");
    assertThatThrownBy(() -> rmse.add(number(1), number(Float.NEGATIVE_INFINITY)))
        .hasMessageContaining("the label holds -Infinity");
    Tally dice = new Metric(Name.DICE, "y", 0, 1, 0.5).tally(1);
    assertThatThrownBy(() -> dice.add(number(1), number(0.5f)))
        .hasMessageContaining("Masks are 0 or 1");
  }

  @Test
  void lossesAreDifferencesOrPartsOfTheError() {
    assertThat(Name.AUC.loss(0.9, 0.8)).isCloseTo(0.1, within(1e-15));
    assertThat(Name.RMSE.loss(2, 3)).isEqualTo(0.5);
    assertThat(Name.RMSE.loss(0, 0)).isZero();
    assertThat(Name.RMSE.loss(0, 1)).isInfinite();
  }
}
