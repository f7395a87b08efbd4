package org.nightjar.onnx.quantise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.Compared;
import org.nightjar.onnx.Engine;
import org.nightjar.onnx.Noise;
import org.nightjar.onnx.OnnxWriter;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.OperatorSet;
import org.nightjar.onnx.model.Tensor;
import org.nightjar.onnx.samples.ResNet18;
import org.nightjar.onnx.samples.SmallCnn;
import org.nightjar.onnx.samples.UNet;
import org.nightjar.onnx.variant.HalfWeights;

/** The sample networks in 8 bits: as small, as close and as thoroughly fused as they should be. */
class QuantiserTest {
  @TempDir private Path folder;

  @Test
  void theSmallCnn() throws Exception {
    OnnxModel model = SmallCnn.network(1);
    OnnxModel int8 = calibrated(model, QuantiserOptions.ALL, 2, 3, 51, 51);
    Map<String, Long> fused = operators(Engine.optimised(int8, folder));
    assertThat(fused).containsEntry("QLinearConv", 3L).containsEntry("QGemm", 2L);
    assertThat(fused).doesNotContainKeys("Conv", "Gemm", "FusedGemm", "Relu");
    assertCloseAndSmall(model, int8, Noise.normal(9, 16, 3, 51, 51), 0.27, 0.1);
  }

  @Test
  void theResNet() throws Exception {
    OnnxModel model = ResNet18.network(1);
    OnnxModel int8 = calibrated(model, QuantiserOptions.ALL, 2, 3, 100, 100);
    Map<String, Long> fused = operators(Engine.optimised(int8, folder));
    assertThat(fused)
        .containsEntry("QLinearConv", 20L)
        .containsEntry("QLinearAdd", 8L)
        .containsEntry("QLinearGlobalAveragePool", 1L)
        .containsEntry("QGemm", 1L)
        .containsEntry("QuantizeLinear", 1L);
    assertThat(fused)
        .doesNotContainKeys("Conv", "BatchNormalization", "Relu", "Add", "DequantizeLinear");
    assertCloseAndSmall(model, int8, Noise.normal(9, 2, 3, 100, 100), 0.26, 0.05);
  }

  @Test
  void theUNet() throws Exception {
    OnnxModel model = UNet.network(1);
    OnnxModel int8 = calibrated(model, QuantiserOptions.ALL, 1, 1, 64, 64);
    Map<String, Long> fused = operators(Engine.optimised(int8, folder));
    assertThat(fused)
        .containsEntry("QLinearConv", 15L)
        .containsEntry("QLinearConcat", 3L)
        .containsEntry("Resize", 3L)
        .containsEntry("QuantizeLinear", 1L)
        .containsEntry("DequantizeLinear", 1L);
    assertThat(fused).doesNotContainKeys("Conv", "Relu", "Concat", "MaxPool");
    assertCloseAndSmall(model, int8, Noise.normal(9, 1, 1, 96, 80), 0.27, 0.15);
  }

  @Test
  void firstAndLastLayerMayStayInSinglePrecision() throws Exception {
    OnnxModel model = UNet.network(1);
    OnnxModel int8 =
        calibrated(model, QuantiserOptions.ALL.keepNodes("conv1", "head"), 1, 1, 64, 64);
    Map<String, Long> fused = operators(Engine.optimised(int8, folder));
    assertThat(fused).containsEntry("QLinearConv", 13L).containsEntry("Conv", 2L);
    assertThat(int8.graph().nodes()).contains(named(model, "conv1"));
    assertCloseAndSmall(model, int8, Noise.normal(9, 1, 1, 96, 80), 0.27, 0.15);
  }

  @Test
  void operatorsMayStayInSinglePrecision() throws Exception {
    OnnxModel model = SmallCnn.network(1);
    OnnxModel int8 = calibrated(model, QuantiserOptions.ALL.keepOperators("Gemm"), 2, 3, 51, 51);
    assertThat(operators(int8)).containsEntry("Gemm", 2L);
    assertThat(int8.graph().nodes()).contains(named(model, "gemm1"), named(model, "head"));
    assertThat(operators(Engine.optimised(int8, folder))).containsEntry("QLinearConv", 3L);
    OnnxModel none =
        calibrated(model, QuantiserOptions.ALL.keepOperators("Gemm", "Conv"), 1, 3, 51, 51);
    assertThat(none).isEqualTo(model);
  }

  @Test
  void sevenBitsAreCloseToo() throws Exception {
    OnnxModel model = SmallCnn.network(1);
    OnnxModel int8 = calibrated(model, QuantiserOptions.ALL.withWeightBits(7), 2, 3, 51, 51);
    assertCloseAndSmall(model, int8, Noise.normal(9, 16, 3, 51, 51), 0.27, 0.15);
  }

  @Test
  void percentilesAreCloseToo() throws Exception {
    OnnxModel model = UNet.network(1, 8, 3);
    List<Map<String, Tensor>> inputs = inputs(model, 2, 1, 64, 64);
    OnnxModel int8 =
        Calibration.int8(model, QuantiserOptions.ALL, inputs, Ranges.percentile(99.99));
    assertThat(operators(Engine.optimised(int8, folder))).containsEntry("QLinearConv", 11L);
    assertCloseAndSmall(model, int8, Noise.normal(9, 1, 1, 64, 64), 0.4, 0.15);
  }

  @Test
  void halfWeightsOfWhatStayedInSinglePrecisionDoNotHurt() throws Exception {
    OnnxModel model = SmallCnn.network(1);
    OnnxModel int8 = calibrated(model, QuantiserOptions.ALL.keepOperators("Gemm"), 2, 3, 51, 51);
    OnnxModel both = HalfWeights.of(int8);
    assertThat(OnnxWriter.bytes(both).length).isLessThan(OnnxWriter.bytes(int8).length * 6 / 10);
    assertThat(operators(Engine.optimised(both, folder)))
        .containsEntry("QLinearConv", 3L)
        .doesNotContainKey("Cast");
  }

  @Test
  void theProbeHasWhatIsToBeObservedAndStillItsOutputs() throws Exception {
    Quantiser quantiser = Quantiser.of(ResNet18.network(1), QuantiserOptions.ALL);
    List<String> observed = quantiser.observed();
    assertThat(observed).doesNotHaveDuplicates().contains("image").hasSize(1 + 20 + 8 + 1);
    Map<String, Tensor> outputs =
        Engine.run(quantiser.probe(), Map.of("image", Noise.normal(1, 1, 3, 100, 100)));
    assertThat(outputs).containsKey("logits").hasSize(observed.size());
  }

  @Test
  void aValueThatWasNotObservedIsNamed() throws Exception {
    Quantiser quantiser = Quantiser.of(SmallCnn.network(1), QuantiserOptions.ALL);
    assertThatThrownBy(() -> quantiser.quantise(Ranges.extremes()))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("BAD_ARGUMENT: the value 'image' was not observed");
  }

  @Test
  void mistakesAreSaid() {
    OnnxModel model = UNet.network(1, 2, 1);
    assertThatThrownBy(() -> Quantiser.of(model, QuantiserOptions.ALL.keepNodes("tail")))
        .hasMessageContaining("BAD_ARGUMENT: there is no node 'tail'");
    OnnxModel old =
        new OnnxModel(
            8,
            "",
            "",
            List.of(new OperatorSet("", 11)),
            model.graph(),
            Map.of(),
            model.unmodelled());
    assertThatThrownBy(() -> Quantiser.of(old, QuantiserOptions.ALL))
        .hasMessageContaining("UNSUPPORTED");
    assertThatThrownBy(() -> QuantiserOptions.ALL.withWeightBits(4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static OnnxModel calibrated(OnnxModel model, QuantiserOptions options, long... shape)
      throws Exception {
    return Calibration.int8(model, options, inputs(model, shape));
  }

  private static List<Map<String, Tensor>> inputs(OnnxModel model, long... shape) {
    String input = model.graph().inputs().get(0).name();
    List<Map<String, Tensor>> inputs = new ArrayList<>();
    for (int seed = 0; seed < 4; seed++) {
      inputs.add(Map.of(input, Noise.normal(100 + seed, shape)));
    }
    return inputs;
  }

  /** The mean error as a share of the spread, for every output. */
  private static void assertCloseAndSmall(
      OnnxModel model, OnnxModel int8, Tensor image, double size, double error) throws Exception {
    Map<String, Tensor> expected = Engine.run(model, Map.of("image", image));
    Map<String, Tensor> actual = Engine.run(int8, Map.of("image", image));
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    for (String output : expected.keySet()) {
      Compared compared = Compared.of(actual.get(output), expected.get(output));
      assertThat(compared.mean() / compared.spread()).as(output).isBetween(1e-6, error);
    }
    assertThat(OnnxWriter.bytes(int8).length / (double) OnnxWriter.bytes(model).length)
        .isLessThan(size);
    assertThat(int8.graph().inputs()).isEqualTo(model.graph().inputs());
    assertThat(int8.graph().outputs()).isEqualTo(model.graph().outputs());
  }

  private static Node named(OnnxModel model, String name) {
    return model.graph().nodes().stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Long> operators(OnnxModel model) {
    return model.graph().nodes().stream()
        .map(Node::op)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
