package org.nightjar.inference.internal.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nightjar.api.inference.Execution;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Tensor;

class ComparisonTest {
  private static final ShadowLimits LIMITS = new ShadowLimits(0.01, 3);

  private static ModelInfo model(String version, OutputInfo... outputs) {
    return new ModelInfo(
        "net",
        version,
        "0".repeat(64),
        "t",
        "float32",
        List.of(),
        List.of(outputs),
        Map.of("real", 0.5));
  }

  private static OutputInfo output(String name, String kind, int size) {
    return new OutputInfo(name, List.of(size), kind, "test", List.of());
  }

  private static Prediction says(int micros, Map<String, float[]> values) {
    Map<String, Tensor> outputs =
        values.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Map.Entry::getKey, e -> Tensor.of(e.getValue(), e.getValue().length)));
    return new Prediction(
        outputs,
        List.of(),
        new Execution("net", "cpu", 2, Duration.ZERO, Duration.ofNanos(micros * 2000L)));
  }

  private static Comparison comparison(OutputInfo... outputs) {
    return new Comparison(model("1", outputs), model("2", outputs));
  }

  @Test
  void countsDecisionsThatCrossALevel() {
    Comparison comparison = comparison(output("p", "probability", 1));
    for (int i = 0; i < 100; i++) {
      float live = i / 100f;
      comparison.add(
          says(10, Map.of("p", new float[] {live})),
          says(12, Map.of("p", new float[] {live + 0.025f})));
    }
    ShadowReport.Output p = comparison.report().outputs().get(0);
    assertThat(p.largest()).isCloseTo(0.025, within(1e-6));
    assertThat(p.mean()).isCloseTo(0.025, within(1e-6));
    assertThat(p.decisions()).isEqualTo(100);
    assertThat(p.flips()).as("0.48 and 0.49 cross 0.5").isEqualTo(2);
    assertThat(comparison.report().objections(LIMITS))
        .containsExactly("p decides differently for 2.00 % of the samples, 1.00 % are allowed");
  }

  @Test
  void countsClassesThatChangePlaces() {
    Comparison comparison = comparison(output("p", "probability", 3), output("z", "latent", 2));
    comparison.add(
        says(1, Map.of("p", new float[] {0.1f, 0.6f, 0.3f}, "z", new float[] {1, 2})),
        says(1, Map.of("p", new float[] {0.1f, 0.4f, 0.5f}, "z", new float[] {1, 5})));
    comparison.add(
        says(1, Map.of("p", new float[] {0.1f, 0.6f, 0.3f}, "z", new float[] {1, 2})),
        says(1, Map.of("p", new float[] {0.2f, 0.5f, 0.3f}, "z", new float[] {1, 2})));
    assertThat(comparison.report().outputs())
        .extracting(ShadowReport.Output::flips)
        .containsExactly(1L, 0L);
    assertThat(comparison.report().outputs().get(1).decisions()).isZero();
    assertThat(comparison.report().outputs().get(1).largest()).isEqualTo(3);
  }

  @Test
  void objectsToFailuresAndToSlowness() {
    Comparison comparison = comparison(output("p", "probability", 1));
    comparison.add(
        says(10, Map.of("p", new float[] {0.9f})), says(50, Map.of("p", new float[] {0.9f})));
    comparison.failed();
    comparison.skipped();
    ShadowReport report = comparison.report();
    assertThat(report.objections(LIMITS))
        .containsExactly(
            "1 samples failed that net@1 answers",
            "it takes 5.0 times as long, 3.0 times is allowed");
    assertThat(report.skipped()).isEqualTo(1);
    assertThat(comparison.seen()).isEqualTo(2);
  }

  /**
   * Expected values: scipy.stats.ks_2samp(a, b).statistic and the sum of (c - l) ln(c / l) over the
   * tenths of a, for a = i / 1000 and b = a^2, i from 0 to 999.
   */
  @Test
  void distancesOfDistributionsAreThoseOfTheDefinitions() {
    Scores scores = new Scores(1000);
    for (int i = 0; i < 1000; i++) {
      float a = i / 1000f;
      scores.add(a, a * a);
    }
    assertThat(scores.kolmogorovSmirnov()).isCloseTo(0.25, within(2e-3));
    double index = 0;
    for (int bin = 0; bin < 10; bin++) {
      double part = Math.sqrt((bin + 1) / 10.0) - Math.sqrt(bin / 10.0);
      index += (part - 0.1) * Math.log(part / 0.1);
    }
    assertThat(scores.stabilityIndex()).isCloseTo(index, within(0.01));
  }

  @Test
  void equalDistributionsHaveNoDistance() {
    SplittableRandom random = new SplittableRandom(1);
    Scores scores = new Scores(5000);
    for (int i = 0; i < 5000; i++) {
      scores.add((float) random.nextDouble(), (float) random.nextDouble());
    }
    assertThat(scores.kolmogorovSmirnov()).isLessThan(0.05);
    assertThat(scores.stabilityIndex()).isLessThan(0.02);
    Scores none = new Scores(10);
    assertThat(none.stabilityIndex()).isZero();
  }
}
