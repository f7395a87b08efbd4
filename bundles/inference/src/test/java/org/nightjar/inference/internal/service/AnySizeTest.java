package org.nightjar.inference.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.nightjar.environment.Folders;
import org.nightjar.inference.Packages;
import org.nightjar.inference.TinyOnnx;
import org.nightjar.inference.internal.model.ModelPackage;

/** One network takes images of any size, and its masks have the size of each. */
class AnySizeTest {
  private static final String MANIFEST =
      Packages.manifest(
              "tiny",
              "1.0",
              """
                  shape: [N, 1, rows, columns]
              derived:
                - {name: p, kind: probability, of: y, calibration: {method: sigmoid}}
              golden:
                - name: hand
                  inputs: {science: {values: [1, 2, 3], shape: [1, 3]}}
                  outputs: {y: {values: [1.5, 2.5, 3.5], shape: [1, 1, 3]}}
              """)
          .replace("[N, 2, 3]", "[N, 1, rows, columns]")
          .replace("channels: [science]", "layout: channels-first\n    channels: [science]")
          .replace("fill: {nonfinite: 0}", "multiple: {of: 4, side: centre, border: edge}")
          .replace("kind: value", "kind: mask")
          .indent(0);

  @TempDir private Path data;
  private InferenceService service;
  private InferenceScope client;

  @BeforeEach
  void start() throws Exception {
    service = new InferenceService(new Folders(data, data), TestSettings.maxBatch(4));
    service.start();
    client = service.scope("test");
    service
        .loaded()
        .add(
            ModelPackage.read(
                Packages.write(data.resolve("source"), MANIFEST, TinyOnnx.add(0.5f, 1, -1, -1))),
            Optional.empty());
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  private static Tensor image(int rows, int columns) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return Tensor.of(values, rows, columns);
  }

  @Test
  void masksHaveTheSizeOfTheirImage() throws Exception {
    ModelInfo model = client.models("transients").get(0);
    assertThat(model.inputs().get(0).shape()).containsExactly(1, -1, -1);
    assertThat(model.outputs().get(1).shape()).containsExactly(1, -1, -1);
    List<Tensor> images = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      images.add(image(1 + i % 5, 9 - i % 3));
    }
    List<Prediction> predictions =
        client.inferAll(
            model,
            images.stream().map(image -> new Sample(Map.of("science", image))).toList(),
            Urgency.BULK);
    for (int i = 0; i < images.size(); i++) {
      Tensor mask = predictions.get(i).outputs().get("y");
      assertThat(mask.shape()).containsExactly(1, 1 + i % 5, 9 - i % 3);
      for (int pixel = 0; pixel < mask.size(); pixel++) {
        assertThat(mask.at(pixel)).isEqualTo(pixel + 0.5f);
      }
      Tensor probability = predictions.get(i).outputs().get("p");
      assertThat(probability.shape()).isEqualTo(mask.shape());
      assertThat(probability.at(0)).isEqualTo((float) (1 / (1 + Math.exp(-0.5))));
    }
  }

  @Test
  void preparedInputsComeBackAsTheyWent() throws Exception {
    ModelInfo model = client.models("transients").get(0);
    Tensor input = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 1, 2, 4);
    Prediction prediction =
        client.infer(model, Sample.prepared(Map.of("x", input)), Urgency.BULK).get();
    assertThat(prediction.outputs().get("y").shape()).containsExactly(1, 2, 4);
    assertThat(prediction.outputs().get("y").at(7)).isEqualTo(8.5f);
    assertThatThrownBy(
            () -> client.infer(model, Sample.prepared(Map.of("y", input)), Urgency.BULK).get())
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("the model has no input 'y', it has [x]");
  }
}
