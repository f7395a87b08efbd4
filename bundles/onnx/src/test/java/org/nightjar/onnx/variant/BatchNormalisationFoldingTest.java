package org.nightjar.onnx.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nightjar.onnx.Compared;
import org.nightjar.onnx.Engine;
import org.nightjar.onnx.Noise;
import org.nightjar.onnx.build.NetworkBuilder;
import org.nightjar.onnx.build.Value;
import org.nightjar.onnx.build.Window;
import org.nightjar.onnx.model.Attribute;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Shape;
import org.nightjar.onnx.model.Tensor;
import org.nightjar.onnx.samples.ResNet18;
import org.nightjar.onnx.samples.UNet;

class BatchNormalisationFoldingTest {
  private static final Shape ANY = Shape.of("N,C,H,W");

  private final NetworkBuilder net = new NetworkBuilder("test");
  private final Value image = net.input("image", Shape.of("N,2,H,W"));
  private final Tensor kernel = Noise.normal(1, 3, 2, 3, 3);
  private final Tensor one = Noise.normal(2, 3);
  private final Tensor variance = Tensor.floats("", new float[] {0.5f, 1e-7f, 30}, 3);

  @Test
  void theResNetIsTheSameWithoutItsTwentyNormalisations() throws Exception {
    OnnxModel model = ResNet18.network(1);
    OnnxModel folded = BatchNormalisationFolding.fold(model);
    assertThat(count(model)).isEqualTo(20);
    assertThat(count(folded)).isZero();
    assertThat(folded.graph().initialisers()).hasSize(2 * 20 + 2);
    Tensor input = Noise.normal(3, 2, 3, 100, 100);
    Tensor expected = Engine.run(model, Map.of("image", input)).get("logits");
    Tensor actual = Engine.run(folded, Map.of("image", input)).get("logits");
    assertThat(Compared.of(actual, expected).most()).isLessThan(1e-4);
  }

  @Test
  void convolutionsWithAndWithoutBiasAreFolded() throws Exception {
    Value y = norm(net.conv(image, kernel, one, Window.same(3)));
    Value z = norm(net.conv(image, kernel.named("shared"), Window.same(3)));
    Value seen = net.conv(image, kernel.named("shared"), Window.same(3));
    OnnxModel model = net.output("y", y, ANY).output("z", z, ANY).output("seen", seen, ANY).build();
    OnnxModel folded = assertSame(model);
    assertThat(count(folded)).isZero();
    assertThat(folded.graph().initialisers())
        .extracting(Tensor::name)
        .contains("conv1.weight", "conv1.bias", "shared", "shared.2", "shared.bias")
        .doesNotContain("batchNormalization1.scale");
  }

  @Test
  void weightsMayBeConstantNodes() throws Exception {
    Value weight = net.constant(kernel);
    Value y = norm(net.node("Conv", List.of(image, weight)));
    OnnxModel folded = assertSame(net.output("y", y, ANY).build());
    assertThat(folded.graph().nodes()).extracting(Node::op).containsExactly("Conv");
  }

  @Test
  void whatOthersSeeIsNotFolded() throws Exception {
    Value first = net.conv(image, kernel, Window.same(3));
    Value second = net.conv(image, kernel, Window.same(3));
    net.output("raw", first, ANY).output("y", norm(first), ANY);
    net.output("sum", net.add(second, norm(second)), ANY);
    OnnxModel model = net.build();
    assertThat(assertSame(model)).isEqualTo(model);
  }

  @Test
  void whatIsNotConstantOrTrainsIsNotFolded() throws Exception {
    Value conv = net.conv(image, kernel, Window.same(3));
    Value shift = net.input("shift", Shape.of("3"));
    List<Value> inputs = new ArrayList<>(List.of(conv));
    inputs.add(net.initialiser(one.named("scale")));
    inputs.add(shift);
    inputs.add(net.initialiser(one.named("mean")));
    inputs.add(net.initialiser(variance.named("variance")));
    Value y = net.node("BatchNormalization", inputs);
    inputs.set(0, net.conv(image, kernel, Window.same(3)));
    inputs.set(2, inputs.get(1));
    Attribute training = Attribute.of("training_mode", 1);
    Value z = net.nodes("BatchNormalization", 3, inputs, training).get(0);
    OnnxModel model = net.output("y", y, ANY).output("z", z, ANY).build();
    assertThat(BatchNormalisationFolding.fold(model)).isEqualTo(model);
  }

  @Test
  void aNetworkWithoutNormalisationsStaysAsItIs() throws Exception {
    OnnxModel model = UNet.network(1, 4, 2);
    assertThat(BatchNormalisationFolding.fold(model)).isSameAs(model);
  }

  private Value norm(Value x) {
    return net.batchNormalisation(x, one, one, one, variance, 1e-3f);
  }

  private static OnnxModel assertSame(OnnxModel model) throws Exception {
    OnnxModel folded = BatchNormalisationFolding.fold(model);
    Map<String, Tensor> input = Map.of("image", Noise.normal(5, 2, 2, 8, 9));
    Map<String, Tensor> expected = Engine.run(model, input);
    Map<String, Tensor> actual = Engine.run(folded, input);
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    for (String name : expected.keySet()) {
      Compared compared = Compared.of(actual.get(name), expected.get(name));
      assertThat(compared.most()).isLessThan(2e-6 * Math.max(1, compared.spread()) * 10);
    }
    return folded;
  }

  private static long count(OnnxModel model) {
    return model.graph().nodes().stream().filter(node -> node.is("BatchNormalization")).count();
  }
}
