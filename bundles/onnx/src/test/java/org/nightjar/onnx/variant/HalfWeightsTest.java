package org.nightjar.onnx.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.Compared;
import org.nightjar.onnx.Engine;
import org.nightjar.onnx.Noise;
import org.nightjar.onnx.OnnxWriter;
import org.nightjar.onnx.build.NetworkBuilder;
import org.nightjar.onnx.build.Value;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.OperatorSet;
import org.nightjar.onnx.model.Shape;
import org.nightjar.onnx.model.Tensor;
import org.nightjar.onnx.samples.ResNet18;
import org.nightjar.onnx.samples.SmallCnn;
import org.nightjar.onnx.samples.UNet;

class HalfWeightsTest {
  @TempDir private Path folder;

  @Test
  void theSmallCnnIsHalfAsLargeAndSaysTheSame() throws Exception {
    assertCloseAndSmall(SmallCnn.network(1), Noise.normal(2, 4, 3, 51, 51), "probability", 1e-3);
  }

  @Test
  void theUNetIsHalfAsLargeAndSaysTheSame() throws Exception {
    assertCloseAndSmall(UNet.network(1), Noise.normal(2, 1, 1, 96, 96), "mask", 3e-3);
  }

  @Test
  void theResNetIsHalfAsLargeAndSaysTheSame() throws Exception {
    assertCloseAndSmall(ResNet18.network(1), Noise.normal(2, 1, 3, 100, 100), "logits", 3e-2);
  }

  private void assertCloseAndSmall(OnnxModel model, Tensor image, String output, double bound)
      throws Exception {
    OnnxModel half = HalfWeights.of(model);
    assertThat(OnnxWriter.bytes(half).length / (double) OnnxWriter.bytes(model).length)
        .isBetween(0.49, 0.52);
    Tensor expected = Engine.run(model, Map.of("image", image)).get(output);
    Tensor actual = Engine.run(half, Map.of("image", image)).get(output);
    Compared compared = Compared.of(actual, expected);
    assertThat(compared.most()).isBetween(1e-9, bound);
    assertThat(Engine.optimised(half, folder).graph().nodes())
        .extracting(Node::op)
        .doesNotContain("Cast");
    assertThat(half.graph().inputs()).isEqualTo(model.graph().inputs());
    assertThat(half.graph().outputs()).isEqualTo(model.graph().outputs());
  }

  @ParameterizedTest
  @ValueSource(floats = {65520, -1e9f, Float.POSITIVE_INFINITY, Float.NaN})
  void weightsBeyondHalvesStayAsTheyAre(float odd) throws Exception {
    float[] weights = new float[HalfWeights.LEAST_ELEMENTS];
    Arrays.fill(weights, 1);
    weights[17] = odd;
    assertThat(stored(weights).type()).isEqualTo(ElementType.FLOAT);
  }

  @Test
  void weightsTooSmallForHalvesStayAsTheyAre() throws Exception {
    float[] weights = new float[HalfWeights.LEAST_ELEMENTS];
    for (int index = 0; index < weights.length; index++) {
      weights[index] = index * 1e-9f;
    }
    assertThat(stored(weights).type()).isEqualTo(ElementType.FLOAT);
    Arrays.fill(weights, 0);
    assertThat(stored(weights).type()).isEqualTo(ElementType.FLOAT16);
  }

  @Test
  void smallTensorsStayAsTheyAre() throws Exception {
    assertThat(stored(new float[HalfWeights.LEAST_ELEMENTS - 1]).type())
        .isEqualTo(ElementType.FLOAT);
  }

  @Test
  void weightsThatACallerMayReplaceStayAsTheyAre() throws Exception {
    OnnxModel model = network(new float[HalfWeights.LEAST_ELEMENTS]);
    OnnxModel replaceable = withWeightsAmongInputs(model);
    assertThat(HalfWeights.of(replaceable)).isEqualTo(replaceable);
    OnnxModel old = replaceable.withIrVersion(3);
    OnnxModel half = HalfWeights.of(old);
    assertThat(half.graph().inputs()).hasSize(1);
    assertThat(half.irVersion()).isEqualTo(4);
    assertThat(half.graph().initialisers().get(0).type()).isEqualTo(ElementType.FLOAT16);
    Engine.load(half).close();
  }

  private static OnnxModel withWeightsAmongInputs(OnnxModel model) {
    NetworkBuilder net = new NetworkBuilder("inputs");
    net.input("x", Shape.of("N"));
    net.input("w", Shape.of(Integer.toString(HalfWeights.LEAST_ELEMENTS)));
    OnnxModel inputs =
        net.output("y", net.constant(Tensor.floats("", new float[1], 1)), Shape.of("1")).build();
    return model.with(model.graph().withInputs(inputs.graph().inputs()));
  }

  @Test
  void oldOperatorSetsAreRefused() {
    OnnxModel model = network(new float[1]);
    OnnxModel old =
        new OnnxModel(
            3,
            "",
            "",
            List.of(new OperatorSet("", 5)),
            model.graph(),
            Map.of(),
            model.unmodelled());
    assertThatThrownBy(() -> HalfWeights.of(old))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("UNSUPPORTED");
  }

  private static Tensor stored(float[] weights) throws NightjarException {
    return HalfWeights.of(network(weights)).graph().initialisers().get(0);
  }

  private static OnnxModel network(float[] weights) {
    NetworkBuilder net = new NetworkBuilder("weights");
    Value x = net.input("x", Shape.of("N"));
    Value w = net.initialiser(Tensor.floats("w", weights, weights.length));
    return net.output("y", net.add(x, w), Shape.of("N")).build();
  }
}
