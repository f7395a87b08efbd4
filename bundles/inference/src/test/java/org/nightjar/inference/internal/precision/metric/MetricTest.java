package org.nightjar.inference.internal.precision.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.inference.internal.manifest.MetricSpec;
import org.nightjar.inference.internal.manifest.MetricSpec.Name;

/** What a package is judged by, declared or not. */
class MetricTest {
  private static final OutputInfo LATENT = output("latent", "latent", List.of(), 28);
  private static final OutputInfo CLASSES = output("p", "probability", List.of("a", "b", "c"), 3);

  private static OutputInfo output(
      String name, String kind, List<String> classes, Integer... shape) {
    return new OutputInfo(name, Arrays.asList(shape), kind, "", classes);
  }

  private static Metric suggested(Map<String, Double> thresholds, OutputInfo... outputs)
      throws NightjarException {
    return Metric.of(Optional.empty(), List.of(outputs), thresholds);
  }

  @Test
  void theFirstOutputSuggests() throws Exception {
    assertThat(suggested(Map.of(), LATENT, output("y", "probability", List.of(), 1)))
        .isEqualTo(new Metric(Name.AUC, "y", 0, 1, 0.5));
    assertThat(suggested(Map.of(), output("y", "logit", List.of())))
        .isEqualTo(new Metric(Name.AUC, "y", 0, 1, 0));
    assertThat(suggested(Map.of(), CLASSES).name()).isEqualTo(Name.ACCURACY);
    assertThat(suggested(Map.of(), output("y", "probability", List.of(), 1, 51, 51)).name())
        .isEqualTo(Name.DICE);
    assertThat(suggested(Map.of(), output("m", "mask", List.of(), 1, -1, -1)))
        .isEqualTo(new Metric(Name.DICE, "m", 0, 1, 0));
    assertThat(suggested(Map.of(), output("v", "value", List.of(), 4)).name()).isEqualTo(Name.RMSE);
  }

  @Test
  void aDeclaredThresholdDecides() throws Exception {
    OutputInfo real = output("y", "probability", List.of("real"), 1);
    assertThat(suggested(Map.of("real", 0.7), real).threshold()).isEqualTo(0.7);
    assertThat(suggested(Map.of("y", 0.8), real).threshold()).isEqualTo(0.8);
    MetricSpec spec =
        new MetricSpec(Name.ACCURACY, "y", Optional.empty(), Optional.of(0.9), Optional.empty());
    assertThat(Metric.of(Optional.of(spec), List.of(real), Map.of("y", 0.8)))
        .isEqualTo(new Metric(Name.ACCURACY, "y", 0, 1, 0.9));
  }

  @Test
  void oneClassOfSeveralCountsAsPositive() throws Exception {
    MetricSpec spec =
        new MetricSpec(Name.AUC, "p", Optional.of("b"), Optional.empty(), Optional.empty());
    Metric metric = Metric.of(Optional.of(spec), List.of(LATENT, CLASSES), Map.of());
    assertThat(metric).isEqualTo(new Metric(Name.AUC, "p", 1, 1, 0.5));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> suggested(Map.of(), LATENT))
        .hasMessageContaining(
            "BAD_CONFIGURATION: no metric goes without saying for outputs [latent]");
    MetricSpec auc =
        new MetricSpec(Name.AUC, "p", Optional.of("d"), Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> Metric.of(Optional.of(auc), List.of(CLASSES), Map.of()))
        .hasMessageContaining("one of [a, b, c]");
    MetricSpec other =
        new MetricSpec(Name.RMSE, "q", Optional.empty(), Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> Metric.of(Optional.of(other), List.of(CLASSES), Map.of()))
        .hasMessageContaining("there is no output 'q'");
  }
}
