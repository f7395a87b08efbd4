package org.nightjar.onnx.quantise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.onnx.Compared;
import org.nightjar.onnx.Engine;
import org.nightjar.onnx.Noise;
import org.nightjar.onnx.OnnxReader;
import org.nightjar.onnx.OnnxWriter;
import org.nightjar.onnx.RandomNetwork;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Tensor;
import org.nightjar.onnx.variant.BatchNormalisationFolding;

/** Whatever the network, its variants load, have its outputs and say nearly the same. */
class RandomNetworksTest {
  private static final int NETWORKS = 60;

  @TempDir private Path folder;

  @Test
  void normalisationsAreFoldedWithoutATrace() throws Exception {
    for (int seed = 0; seed < NETWORKS; seed++) {
      OnnxModel model = RandomNetwork.of(seed);
      assertThat(OnnxReader.read(OnnxWriter.bytes(model), "random")).isEqualTo(model);
      Map<String, Tensor> input = Map.of("image", Noise.normal(seed, 3, 2, 16, 16));
      Map<String, Tensor> folded = Engine.run(BatchNormalisationFolding.fold(model), input);
      assertThat(worst(folded, Engine.run(model, input))).as("network %d", seed).isLessThan(1e-5);
    }
  }

  @Test
  void eightBitsSayNearlyTheSame() throws Exception {
    double sum = 0;
    for (int seed = 0; seed < NETWORKS; seed++) {
      OnnxModel model = RandomNetwork.of(seed);
      Map<String, Tensor> input = Map.of("image", Noise.normal(seed, 3, 2, 16, 16));
      OnnxModel int8 = Calibration.int8(model, options(model, seed), List.of(input));
      double error = worst(Engine.run(int8, input), Engine.run(model, input));
      assertThat(error).as("network %d", seed).isLessThan(0.06);
      sum += error;
    }
    assertThat(sum / NETWORKS).isBetween(0.001, 0.015);
  }

  @Test
  void nothingWithWeightsIsLeftInSinglePrecision() throws Exception {
    int fused = 0;
    for (int seed = 0; seed < NETWORKS; seed++) {
      OnnxModel model = RandomNetwork.of(seed);
      Map<String, Tensor> input = Map.of("image", Noise.normal(seed, 1, 2, 16, 16));
      OnnxModel int8 = Calibration.int8(model, QuantiserOptions.ALL, List.of(input));
      List<String> operators =
          Engine.optimised(int8, folder).graph().nodes().stream().map(Node::op).toList();
      assertThat(operators)
          .as("network %d", seed)
          .doesNotContain("Conv", "FusedConv", "Gemm", "MatMul");
      fused += Collections.frequency(operators, "QLinearConv");
    }
    assertThat(fused).isGreaterThan(3 * NETWORKS);
  }

  /** In every other network a third of the nodes stay in single precision. */
  private static QuantiserOptions options(OnnxModel model, int seed) {
    Random random = new Random(seed);
    String[] kept =
        model.graph().nodes().stream()
            .filter(node -> seed % 2 == 0 && random.nextInt(3) == 0)
            .map(Node::name)
            .toArray(String[]::new);
    return QuantiserOptions.ALL.keepNodes(kept);
  }

  /** The largest mean error of an output, relative to the size of its numbers. */
  private static double worst(Map<String, Tensor> actual, Map<String, Tensor> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    double worst = 0;
    for (String name : expected.keySet()) {
      Compared compared = Compared.of(actual.get(name), expected.get(name));
      worst = Math.max(worst, compared.mean() / Math.max(1e-3, compared.size()));
    }
    return worst;
  }
}
