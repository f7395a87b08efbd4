package org.nightjar.inference.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Tensor;

class DerivedReaderTest {
  private static final String HEAD =
      """
      id: tiny
      version: "1.0"
      task: transients
      precision: float32
      license: Apache-2.0
      inputs:
        - {name: x, dtype: float32, shape: [N, rows, columns], channels: [science], preprocessing: []}
      outputs:
        - {name: logit, meaning: raw, kind: logit, shape: [N, 2], classes: [star, galaxy]}
        - {name: latent, meaning: last layer, kind: latent, shape: [N, 3]}
        - {name: mask, meaning: logits, kind: mask, shape: [N, 2, rows, columns]}
        - {name: fixed, meaning: logits, kind: mask, shape: [N, 2, 4, 4]}
      derived:
      """;
  private static final int LINE = 14;

  @TempDir private Path folder;

  private Manifest read(String... derived) throws IOException, NightjarException {
    StringBuilder text = new StringBuilder(HEAD);
    for (String line : derived) {
      text.append("  - ").append(line).append('\n');
    }
    return ManifestReader.read(Files.writeString(folder.resolve("model.yaml"), text));
  }

  private void write(String name, float... values) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    Files.write(folder.resolve(name), bytes.array());
  }

  private static OutputInfo info(OutputSpec output) {
    return new OutputInfo(
        output.name(),
        output.shape().orElseThrow(),
        output.kind(),
        output.meaning(),
        output.classes());
  }

  private static List<OutputInfo> infos(Manifest manifest) throws NightjarException {
    return manifest
        .derived()
        .infos(manifest.outputs().stream().map(DerivedReaderTest::info).toList());
  }

  private static Map<String, Tensor> computed(Manifest manifest) {
    Map<String, Tensor> outputs = new HashMap<>();
    outputs.put("logit", Tensor.of(new float[] {2, 1}, 2));
    outputs.put("latent", Tensor.of(new float[] {1, 2, 3}, 3));
    outputs.put("mask", Tensor.of(new float[] {2, 0, 1, 0}, 2, 1, 2));
    outputs.put("fixed", Tensor.of(new float[32], 2, 4, 4));
    manifest.derived().addTo(outputs);
    return outputs;
  }

  @Test
  void nothingIsDerivedWithoutTheSection() throws IOException, NightjarException {
    Manifest manifest =
        ManifestReader.read(
            Files.writeString(folder.resolve("model.yaml"), HEAD.replace("derived:\n", "")));
    assertThat(manifest.derived().names()).isEmpty();
  }

  @Test
  void readsEveryCalibration() throws IOException, NightjarException {
    Manifest manifest =
        read(
            "{name: a, kind: probability, of: logit, calibration: {method: temperature, temperature: 2}}",
            "{name: b, kind: probability, of: logit, calibration: {method: softmax}}",
            "{name: c, kind: probability, of: logit, calibration: {method: sigmoid, temperature: 2}}",
            "{name: d, kind: probability, of: logit, calibration: {method: platt, a: 2, b: [0, 1]}}",
            "{name: e, kind: probability, of: b, calibration: {method: isotonic, x: [0, 1], y: [0, 0.5]}}",
            "{name: f, kind: probability, of: logit, calibration: {method: isotonic, x: [[0, 1], [0, 2]], y: [[0, 1], [0, 1]]}}");
    Map<String, Tensor> outputs = computed(manifest);
    assertThat(outputs.get("a").at(0)).isEqualTo((float) (1 / (1 + Math.exp(-0.5))));
    assertThat(outputs.get("b").at(0)).isEqualTo((float) (1 / (1 + Math.exp(-1))));
    assertThat(outputs.get("c").at(1)).isEqualTo((float) (1 / (1 + Math.exp(-0.5))));
    assertThat(outputs.get("d").at(1)).isEqualTo((float) (1 / (1 + Math.exp(-3))));
    assertThat(outputs.get("e").at(0)).isEqualTo(outputs.get("b").at(0));
    assertThat(outputs.get("f").at(0)).isEqualTo((float) (1 / 1.5));
    assertThat(infos(manifest)).allMatch(info -> info.classes().equals(List.of("star", "galaxy")));
  }

  @Test
  void masksAreCalibratedAlongTheAxisThatIsNotOpen() throws IOException, NightjarException {
    Manifest manifest =
        read(
            "{name: p, kind: probability, of: mask, calibration: {method: softmax}}",
            "{name: q, kind: probability, of: p, calibration: {method: temperature, temperature: 2}}",
            "{name: r, kind: probability, of: fixed, calibration: {method: softmax, axis: last}}");
    assertThat(infos(manifest).get(1).shape()).containsExactly(2, -1, -1);
    Map<String, Tensor> outputs = computed(manifest);
    assertThat(outputs.get("p").at(0)).isEqualTo((float) (1 / (1 + Math.exp(-1))));
    assertThat(outputs.get("p").at(1)).isEqualTo(0.5f);
    assertThat(outputs.get("q").at(0)).isEqualTo((float) (1 / (1 + Math.exp(-0.5))));
    assertThat(outputs.get("r").at(0)).isEqualTo(0.25f);
  }

  @Test
  void readsSetsAndDistances() throws IOException, NightjarException {
    write("mean.f32", 1, 2, 0, 9, 9, 9);
    Files.writeString(
        folder.resolve("white.json"), "{\"shape\": [2, 3], \"values\": [0, 0, 2, 1, 0, 0]}");
    Manifest manifest =
        read(
            "{name: p, kind: probability, of: logit, calibration: {method: softmax}}",
            "{name: set, kind: set, of: p, classes: [a, b], meaning: mine, conformal: {method: lac, alpha: 0.1, thresholds: [0.2, 0.8]}}",
            "{name: far, kind: distance, of: latent, mahalanobis: {mean: {file: mean.f32, shape: [2, 3]}, whitening: {file: white.json}}}",
            "{name: percent, kind: distance, of: far, quantiles: [2, 10]}");
    List<OutputInfo> infos = infos(manifest);
    assertThat(infos.get(1).classes()).containsExactly("a", "b");
    assertThat(infos.get(1).meaning()).isEqualTo("mine");
    assertThat(infos.get(2).shape()).containsExactly(1);
    Map<String, Tensor> outputs = computed(manifest);
    assertThat(outputs.get("set").at(0)).isZero();
    assertThat(outputs.get("set").at(1)).isOne();
    assertThat(outputs.get("far").at(0)).isEqualTo(6);
    assertThat(outputs.get("percent").at(0)).isEqualTo(50);
    assertThat(manifest.derived().files())
        .containsExactly(folder.resolve("mean.f32"), folder.resolve("white.json"));
  }

  @Test
  void goldenVectorsMayExpectThem() throws IOException, NightjarException {
    Manifest manifest =
        read(
            """
            {name: p, kind: probability, of: logit, calibration: {method: softmax}}
            golden:
              - name: one
                inputs: {science: {values: [1], shape: [1, 1]}}
                outputs: {p: [1, 0]}
            """);
    assertThat(manifest.golden().get(0).outputs()).containsOnlyKeys("p");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{kind: probability, of: logit} | key 'name' is missing",
        "{name: logit, kind: set, of: logit} | there is an output 'logit' already",
        "{name: p, kind: probability, of: logits, calibration: {method: softmax}} | 'of' cannot be 'logits' (F). Did you mean 'logit'?",
        "{name: p, kind: probability, of: logit} | a derived output must say how it is computed (F). Give one of [calibration, conformal, mahalanobis, quantiles].",
        "{name: p, kind: probability, of: logit, calibration: {method: softmax}, quantiles: [1, 2]} | computed in one way, not by [calibration, quantiles]",
        "{name: p, kind: set, of: logit, calibration: {method: softmax}} | 'kind' cannot be 'set'",
        "{name: p, kind: probability, of: latent, calibration: {method: softmax}} | 'p' cannot be computed from a latent (F). Name an output of one of the kinds [logit, mask, probability].",
        "{name: p, kind: probability, of: logit, calibration: {method: plat}} | 'method' cannot be 'plat' (F). Did you mean 'platt'?",
        "{name: p, kind: probability, of: logit, calibration: {method: temperature}} | key 'temperature' is missing",
        "{name: p, kind: probability, of: logit, calibration: {method: temperature, temperature: 0}} | temperature must be from 1e-6 to 1e6 (F). 1 leaves logits as they are.",
        "{name: p, kind: probability, of: logit, calibration: {method: softmax, a: 1}} | unknown key 'a'",
        "{name: p, kind: probability, of: logit, calibration: {method: platt, a: -1, b: 0}} | slopes must be above 0 (F). The probability is sigmoid(a z + b)",
        "{name: p, kind: probability, of: logit, calibration: {method: isotonic, x: [0, 0], y: [0, 1]}} | x is not strictly increasing at 0.0",
        "{name: p, kind: probability, of: logit, calibration: {method: isotonic, x: [0, 1], y: [1, 0]}} | y decreases to 0.0",
        "{name: p, kind: probability, of: logit, calibration: {method: isotonic, x: [0, 1], y: [0, 1.5]}} | y is not between 0 and 1 at 1.5",
        "{name: p, kind: probability, of: logit, calibration: {method: isotonic, x: [0], y: [0]}} | do not make a curve",
        "{name: p, kind: probability, of: logit, calibration: {method: isotonic, x: [0, 1e39], y: [0, 1]}} | x is beyond single precision",
        "{name: p, kind: probability, of: logit, calibration: {method: isotonic, x: [[0, 1]], y: [[0, 1], [0, 1]]}} | 2 lists of y for 1 of x",
        "{name: p, kind: probability, of: fixed, calibration: {method: softmax}} | it is not clear where the classes of the map lie in its shape [2, 4, 4] (F). Add axis: first or last",
        "{name: p, kind: probability, of: mask, calibration: {method: softmax, axis: 1}} | 'axis' cannot be '1'",
        "{name: s, kind: set, of: logit, conformal: {method: lac, alpha: 0.1, threshold: 0.5}} | 's' cannot be computed from a logit",
        "{name: s, kind: set, of: logit, conformal: {method: aps, alpha: 0.1, threshold: 0.5}} | 'method' cannot be 'aps'",
        "{name: s, kind: set, of: logit, conformal: {method: lac, alpha: 90, threshold: 0.5}} | 'alpha' must be between 0 and 1 (F). For 90 % coverage write 0.1.",
        "{name: s, kind: set, of: logit, conformal: {method: lac, alpha: 0.1}} | takes either 'threshold' or 'thresholds'",
        "{name: s, kind: set, of: logit, conformal: {method: lac, alpha: 0.1, thresholds: [0.5, 1.5]}} | 'thresholds' must be between 0 and 1, 1.5 is not",
        "{name: d, kind: distance, of: latent, mahalanobis: {mean: [0, 0, 0], precision: [1]}} | takes 'whitening', not 'precision' (F). Give a matrix W with W'W = precision",
        "{name: d, kind: distance, of: latent, mahalanobis: {mean: [0, 0, 0], whitening: [1, 1, 1]}} | 'whitening' has 1 axes",
        "{name: d, kind: distance, of: latent, mahalanobis: {mean: [0, 0, 0], whitening: {values: [1, 1], shape: [1, 2]}}} | 'whitening' has rows of 2 numbers, the means have 3",
        "{name: d, kind: distance, of: latent, mahalanobis: {mean: [0, .nan, 0], whitening: {values: [1, 1, 1], shape: [1, 3]}}} | 'mean' holds NaN at index 1",
        "{name: d, kind: distance, of: latent, mahalanobis: {mean: {pattern: noise, shape: [3]}, whitening: {values: [1, 1, 1], shape: [1, 3]}}} | unknown key 'pattern'",
        "{name: d, kind: distance, of: latent, quantiles: [1, 2]} | 'd' cannot be computed from a latent",
        "{name: d, kind: distance, of: latent, quantiles: [1]} | two quantiles are the least",
        "{name: d, kind: distance, of: latent, quantiles: [2, 1]} | they decrease to 1.0 (F). List them from the smallest",
      })
  void refusesWithPlaceAndRemedy(String derived, String message) {
    String place = folder.resolve("model.yaml") + ":" + LINE;
    assertThatThrownBy(() -> read(derived.strip()))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("BAD_CONFIGURATION")
        .hasMessageContaining(message.strip().replace("(F)", "(" + place + ")"))
        .hasMessageContaining(place);
  }

  @Test
  void refusesFilesThatAreMissingOrOutside() throws IOException {
    String distance =
        "{name: d, kind: distance, of: latent, mahalanobis: {mean: {file: %s, shape: [1, 3]}, whitening: {file: white.f32, shape: [1, 3]}}}";
    assertThatThrownBy(() -> read(distance.formatted("../mean.f32")))
        .hasMessageContaining("lies outside the package");
    assertThatThrownBy(() -> read(distance.formatted("mean.f32")))
        .hasMessageContaining("UNREADABLE")
        .hasMessageContaining("mean.f32");
    write("mean.f32", 1, 2);
    assertThatThrownBy(() -> read(distance.formatted("mean.f32")))
        .hasMessageContaining("8 bytes are not float32 of shape [1, 3]");
  }

  @Test
  void refusesWhatTheNetworkCannotGiveWithThePlace() throws IOException, NightjarException {
    Manifest manifest =
        read(
            "{name: p, kind: probability, of: logit, calibration: {method: platt, a: [1, 1, 1], b: 0}}");
    assertThatThrownBy(() -> infos(manifest))
        .hasMessageContaining("MODEL_REFUSED")
        .hasMessageContaining("3 numbers of Platt scaling for 2 classes")
        .hasMessageContaining(folder.resolve("model.yaml") + ":" + LINE);
  }
}
