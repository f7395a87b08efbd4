package org.nightjar.inference.internal.precision.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.manifest.MetricSpec.Name;
import org.nightjar.inference.internal.precision.metric.Bootstrap.Interval;

/** Intervals are those of another implementation (numpy), and cover what they should. */
class BootstrapTest {
  private static final int[] ONE = {1, 1, 0, 1, 1, 1, 0, 1, 1, 1};
  private static final int[] OTHER = {1, 0, 0, 1, 1, 1, 0, 1, 0, 1};

  private static Scored hits(int... right) throws NightjarException {
    Tally tally = new Metric(Name.ACCURACY, "y", 0, 1, 0.5).tally(right.length);
    for (int each : right) {
      tally.add(MetricValuesTest.number(each), MetricValuesTest.number(1));
    }
    return tally.scored();
  }

  private static Scored errors(float... errors) throws NightjarException {
    Tally tally = new Metric(Name.RMSE, "y", 0, 1, 0.5).tally(errors.length);
    for (float error : errors) {
      tally.add(MetricValuesTest.number(error), MetricValuesTest.number(0));
    }
    return tally.scored();
  }

  @Test
  void accuracyAsComputedElsewhere() throws Exception {
    Interval interval =
        new Bootstrap(hits(ONE), hits(OTHER), Name.ACCURACY::loss, 3).interval(0.9, 500);
    assertThat(interval.low()).isEqualTo(0);
    assertThat(interval.high()).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void areaAsComputedElsewhere() throws Exception {
    Scored one = MetricValuesTest.auc(MetricValuesTest.SCORES, MetricValuesTest.TRUTHS);
    Scored other = MetricValuesTest.auc(MetricValuesTest.OTHERS, MetricValuesTest.TRUTHS);
    Interval interval = new Bootstrap(one, other, Name.AUC::loss, 7).interval(0.95, 500);
    assertThat(interval.low()).isCloseTo(0.0078125, within(1e-12));
    assertThat(interval.high()).isCloseTo(0.1953125, within(1e-12));
  }

  @Test
  void errorAsComputedElsewhere() throws Exception {
    Interval interval =
        new Bootstrap(
                errors(0.5f, -0.2f, 0.1f, 0.9f, -1.1f),
                errors(0.6f, -0.1f, 0.2f, 0.7f, -1.3f),
                Name.RMSE::loss,
                11)
            .interval(0.95, 300);
    assertThat(interval.low()).isCloseTo(-0.21711863874118742, within(1e-6));
    assertThat(interval.high()).isCloseTo(0.20680397700959463, within(1e-6));
  }

  @Test
  void aDrawDependsOnItsNumberAlone() throws Exception {
    Bootstrap bootstrap = new Bootstrap(hits(ONE), hits(OTHER), Name.ACCURACY::loss, 5);
    double[] inOrder = IntStream.range(0, 400).mapToDouble(bootstrap::loss).toArray();
    double[] byMany = IntStream.range(0, 400).parallel().mapToDouble(bootstrap::loss).toArray();
    assertThat(byMany).isEqualTo(inOrder);
    assertThat(inOrder).as("draws differ").contains(0.0, 0.2).containsAnyOf(0.3, 0.1);
    Bootstrap another = new Bootstrap(hits(ONE), hits(OTHER), Name.ACCURACY::loss, 6);
    assertThat(IntStream.range(0, 400).mapToDouble(another::loss).toArray()).isNotEqualTo(inOrder);
  }

  @Test
  void whatIsTheSameDiffersByNothing() throws Exception {
    assertThat(new Bootstrap(hits(ONE), hits(ONE), Name.ACCURACY::loss, 1).interval(0.95, 100))
        .isEqualTo(new Interval(0, 0));
  }

  /**
   * The true loss of 0.06 lies in about 95 of 100 intervals, and each is as wide as theory says.
   */
  @Test
  void intervalsCoverTheTruth() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    int samples = 400;
    int covered = 0;
    double width = 0;
    for (int trial = 0; trial < 200; trial++) {
      int[] before = new int[samples];
      int[] after = new int[samples];
      for (int i = 0; i < samples; i++) {
        before[i] = random.nextDouble() < 0.9 ? 1 : 0;
        double flip = random.nextDouble();
        after[i] = before[i] == 1 ? (flip < 0.1 ? 0 : 1) : (flip < 0.3 ? 1 : 0);
      }
      Interval interval =
          new Bootstrap(hits(before), hits(after), Name.ACCURACY::loss, trial).interval(0.95, 400);
      covered += interval.low() <= 0.06 && 0.06 <= interval.high() ? 1 : 0;
      width += interval.high() - interval.low();
    }
    assertThat(covered).isBetween(180, 199);
    // A difference is 1 with 0.09, -1 with 0.03.
    double error = Math.sqrt((0.09 + 0.03 - 0.06 * 0.06) / samples);
    assertThat(width / 200).isCloseTo(2 * 1.96 * error, within(0.1 * 4 * error));
  }
}
