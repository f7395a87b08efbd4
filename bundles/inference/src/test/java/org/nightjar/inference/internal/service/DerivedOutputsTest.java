package org.nightjar.inference.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.nightjar.environment.Folders;
import org.nightjar.inference.Packages;
import org.nightjar.inference.TinyOnnx;
import org.nightjar.inference.internal.model.ModelPackage;

/** What the platform derives comes out beside what the network gives. */
class DerivedOutputsTest {
  private static final String DERIVED =
      """
      derived:
        - {name: p, kind: probability, of: y, calibration: {method: temperature, temperature: 2}}
        - {name: classes, kind: set, of: p, conformal: {method: lac, alpha: 0.1, threshold: 0.7}}
      thresholds: {p: 0.5}
      golden:
        - name: hand
          inputs: {science: {values: [1, 3, .nan], shape: [1, 3]}}
          outputs: {y: [1.5, 3.5, 0.5], p: [%s, 0.62853172, 0.14024438], classes: [0, 1, 0]}
          tolerance: 1.0e-6
      """;

  @TempDir private Path data;
  private InferenceService service;
  private InferenceScope client;

  @BeforeEach
  void start() {
    service = new InferenceService(new Folders(data, data), TestSettings.maxBatch(4));
    service.start();
    client = service.scope("test");
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  private ModelPackage source(String derived) throws Exception {
    String manifest =
        Packages.manifest("tiny", "1.0", derived)
            .replace("[N, 2, 3]", "[N, 1, 3]")
            .replace("channels: [science]", "layout: channels-first\n    channels: [science]")
            .replace("kind: value", "kind: logit\n    classes: [a, b, c]")
            .replace("[N, 1, 3]", "[N, 1, 1, 3]");
    return ModelPackage.read(
        Packages.write(data.resolve("source"), manifest, TinyOnnx.add(0.5f, 1, 1, 3)));
  }

  // e = np.exp(np.array([1.5, 3.5, 0.5]) / 2); e / e.sum()
  @Test
  void goldenVectorsHoldForThem() throws Exception {
    service.loaded().add(source(DERIVED.formatted("0.23122390")), Optional.empty());
    ModelInfo model = client.models("transients").get(0);
    assertThat(model.outputs()).extracting(OutputInfo::name).containsExactly("y", "p", "classes");
    assertThat(model.outputs().get(2).classes()).containsExactly("a", "b", "c");
    assertThat(model.thresholds()).containsEntry("p", 0.5);
    Sample sample = new Sample(Map.of("science", Tensor.of(new float[] {2, 2, 2}, 1, 3)));
    Prediction prediction = client.infer(model, sample, Urgency.BULK).get();
    assertThat(prediction.outputs().get("p").at(2)).isEqualTo(1 / 3f);
    assertThat(prediction.outputs().get("classes").at(2)).isOne();
    assertThat(prediction.outputs().get("y").at(0)).isEqualTo(2.5f);
  }

  @Test
  void aDerivedOutputThatDoesNotComeOutIsRefused() throws Exception {
    ModelPackage wrong = source(DERIVED.formatted("0.3"));
    assertThatThrownBy(() -> service.loaded().add(wrong, Optional.empty()))
        .hasMessageContaining("MODEL_REFUSED")
        .hasMessageContaining("golden vector 'hand': p");
  }

  @Test
  void aDerivedOutputThatDoesNotFitTheNetworkIsRefusedWithItsLine() throws Exception {
    ModelPackage wrong =
        source(
            "derived:\n  - {name: p, kind: probability, of: y, calibration: {method: platt, a: [1,"
                + " 2], b: 0}}");
    assertThatThrownBy(() -> service.loaded().add(wrong, Optional.empty()))
        .hasMessageContaining("MODEL_REFUSED: 2 numbers of Platt scaling for 3 classes")
        .hasMessageContaining("model.yaml:");
  }
}
