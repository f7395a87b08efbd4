package org.nightjar.inference.internal.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Tensor;

/** Which threshold decides by which output. */
class DecisionTest {
  private static final OutputInfo LOGIT = output("logit", "logit", List.of("real"), 1);
  private static final OutputInfo CALIBRATED = output("p_real", "probability", List.of("real"), 1);
  private static final OutputInfo CLASSES = output("p", "probability", List.of("star", "ghost"), 2);

  private static OutputInfo output(
      String name, String kind, List<String> classes, Integer... shape) {
    return new OutputInfo(name, Arrays.asList(shape), kind, "", classes);
  }

  private static boolean flips(Decision decision, float[] one, float[] other) {
    return decision.flipped(Tensor.of(one, one.length), Tensor.of(other, other.length));
  }

  private static boolean flips(Decision decision, float one, float other) {
    return flips(decision, new float[] {one}, new float[] {other});
  }

  @Test
  void aThresholdBelongsToTheOutputItIsNamedAfter() {
    List<OutputInfo> outputs = List.of(LOGIT, CALIBRATED);
    Map<String, Double> thresholds = Map.of("p_real", 0.6);
    Decision calibrated = Decision.by(CALIBRATED, outputs, thresholds);
    assertThat(flips(calibrated, 0.59f, 0.61f)).isTrue();
    assertThat(flips(calibrated, 0.49f, 0.51f)).isFalse();
    Decision logit = Decision.by(LOGIT, outputs, thresholds);
    assertThat(flips(logit, 0.59f, 0.61f)).isFalse();
    assertThat(flips(logit, -0.1f, 0.1f)).as("0, where nothing is said").isTrue();
  }

  @Test
  void aThresholdNamedAfterAClassBelongsToItsProbability() {
    List<OutputInfo> outputs = List.of(LOGIT, CALIBRATED);
    Map<String, Double> thresholds = Map.of("real", 0.6);
    assertThat(flips(Decision.by(CALIBRATED, outputs, thresholds), 0.59f, 0.61f)).isTrue();
    assertThat(flips(Decision.by(LOGIT, outputs, thresholds), 0.59f, 0.61f)).isFalse();
    assertThat(flips(Decision.by(LOGIT, List.of(LOGIT), thresholds), 0.59f, 0.61f)).isTrue();
  }

  @Test
  void aThresholdNamedAfterNothingBelongsToAllSingleNumbers() {
    OutputInfo flux = output("flux", "value", List.of());
    Map<String, Double> thresholds = Map.of("bright", 5.0);
    assertThat(flips(Decision.by(flux, List.of(flux, CLASSES), thresholds), 4, 6)).isTrue();
    assertThat(Decision.by(flux, List.of(flux), Map.of()).isMade()).isFalse();
  }

  @Test
  void ofSeveralClassesTheFirstDecidesAndLevelsDo() {
    Decision plain = Decision.by(CLASSES, List.of(CLASSES), Map.of());
    assertThat(flips(plain, new float[] {0.6f, 0.4f}, new float[] {0.4f, 0.6f})).isTrue();
    assertThat(flips(plain, new float[] {0.9f, 0.1f}, new float[] {0.6f, 0.4f})).isFalse();
    Decision levels = Decision.by(CLASSES, List.of(CLASSES), Map.of("ghost", 0.3));
    assertThat(flips(levels, new float[] {0.9f, 0.1f}, new float[] {0.6f, 0.4f})).isTrue();
  }

  @Test
  void nobodyDecidesByAMapOrALatent() {
    for (OutputInfo output :
        List.of(
            output("m", "mask", List.of(), 1, 64, 64),
            output("m", "probability", List.of(), 1, 64, 64),
            output("l", "latent", List.of(), 28),
            output("v", "value", List.of(), 3))) {
      assertThat(Decision.by(output, List.of(output), Map.of("x", 1.0)).isMade()).isFalse();
    }
  }
}
