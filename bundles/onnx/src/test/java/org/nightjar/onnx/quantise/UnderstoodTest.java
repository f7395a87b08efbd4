package org.nightjar.onnx.quantise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.Compared;
import org.nightjar.onnx.Engine;
import org.nightjar.onnx.Noise;
import org.nightjar.onnx.build.NetworkBuilder;
import org.nightjar.onnx.build.Value;
import org.nightjar.onnx.build.Window;
import org.nightjar.onnx.model.Attribute;
import org.nightjar.onnx.model.AttributeValue;
import org.nightjar.onnx.model.Bytes;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.Graph;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Shape;
import org.nightjar.onnx.model.Tensor;
import org.nightjar.onnx.model.TensorType;
import org.nightjar.onnx.model.ValueInfo;

/**
 * What the quantiser does not understand stays as it is, and what it does becomes no other thing.
 */
class UnderstoodTest {
  private static final Shape ANY = Shape.of("N,C,H,W");
  private static final Tensor IMAGE = Noise.normal(1, 2, 2, 8, 8);

  @TempDir private Path folder;
  private final NetworkBuilder net = new NetworkBuilder("test");
  private final Value image = net.input("image", Shape.of("N,2,8,8"));

  @Test
  void operationsThatDifferInADetailStayAsTheyAre() throws Exception {
    Value x = net.relu(conv(image));
    Value pooled =
        net.nodes(
                "MaxPool",
                2,
                List.of(x),
                Attribute.of("kernel_shape", new long[] {2, 2}),
                Attribute.of("strides", new long[] {2, 2}))
            .get(0);
    Value linear =
        net.node(
            "Resize",
            List.of(
                pooled,
                net.initialiser(Tensor.floats("roi", new float[0], 0)),
                net.initialiser(Tensor.floats("scales", new float[] {1, 1, 2, 2}, 4))),
            Attribute.of("mode", "linear"));
    Value shifted = net.add(linear, net.initialiser(Tensor.floats("one", new float[] {1}, 1)));
    Value flat = net.flatten(net.globalAveragePool(conv(shifted)));
    Value dense =
        net.node(
            "Gemm",
            List.of(flat, net.initialiser(Noise.normal(5, 2, 2).named("matrix"))),
            Attribute.of("alpha", 0.5f));
    OnnxModel model = net.output("y", dense, Shape.of("N,2")).build();

    OnnxModel int8 = assertClose(model);

    for (String op : List.of("MaxPool", "Resize", "Add", "Gemm")) {
      Node before = only(model, op);
      Node after = only(int8, op);
      assertThat(after.attributes()).isEqualTo(before.attributes());
      assertThat(after.outputs()).isEqualTo(before.outputs());
    }
    assertThat(only(int8, "Add")).isEqualTo(only(model, "Add"));
    assertThat(only(int8, "Resize")).isEqualTo(only(model, "Resize"));
  }

  @Test
  void weightsThatComeFromOutsideOrAreNotFiniteAreLeftAlone() throws Exception {
    Value kernel = net.input("kernel", Shape.of("2,2,1,1"));
    Value free = net.node("Conv", List.of(image, kernel));
    Tensor odd = Tensor.floats("", new float[] {1, Float.NaN, 1, 1}, 2, 2, 1, 1);
    Value broken = net.conv(image, odd, Window.of(1));
    OnnxModel model = net.output("free", free, ANY).output("broken", broken, ANY).build();
    Quantiser quantiser = Quantiser.of(model, QuantiserOptions.ALL);
    assertThat(quantiser.observed()).isEmpty();
    assertThat(quantiser.quantise(Ranges.extremes())).isEqualTo(model);
  }

  @Test
  void whatABranchSeesOfTheOuterGraphKeepsItsName() throws Exception {
    Value seen = net.relu(conv(image));
    Value flag = net.constant(Tensor.raw("", ElementType.BOOL, new byte[] {1}));
    Value branched =
        net.node("If", List.of(flag), branch("then_branch", seen), branch("else_branch", seen));
    net.output("y", branched, ANY).output("z", conv(seen), ANY);
    OnnxModel model = net.build();
    OnnxModel int8 = assertClose(model);
    assertThat(int8.graph().nodes()).contains(only(model, "If"));
  }

  private static Attribute branch(String name, Value seen) {
    Graph graph =
        new Graph(
            name,
            List.of(Node.of("", "Neg", List.of(seen.name()), List.of(name + ".result"))),
            List.of(),
            List.of(),
            List.of(ValueInfo.of(name + ".result", TensorType.of(ElementType.FLOAT))),
            List.of(),
            Bytes.EMPTY);
    return Attribute.of(name, new AttributeValue.OfGraph(graph));
  }

  @Test
  void valuesInTheMiddleMayBeOutputs() throws Exception {
    Value first = net.relu(conv(image));
    Value second = conv(first);
    OnnxModel model =
        net.output("first", first, ANY)
            .output("second", second, ANY)
            .output("third", net.sigmoid(second), ANY)
            .build();
    OnnxModel int8 = assertClose(model);
    assertThat(count(int8, "QuantizeLinear")).isEqualTo(3);
    assertThat(only(int8, "Sigmoid")).isEqualTo(only(model, "Sigmoid"));
  }

  @Test
  void aKeptNormalisationKeepsItsConvolution() throws Exception {
    Tensor one = Tensor.floats("", new float[] {1, 2}, 2);
    for (String kept : List.of("first", "first.value", "norm", "norm.value")) {
      NetworkBuilder fresh = new NetworkBuilder("kept");
      Value x = fresh.input("image", Shape.of("N,2,8,8"));
      Value y = fresh.as("first").conv(x, Noise.normal(7, 2, 2, 3, 3), Window.same(3));
      y = fresh.as("norm").batchNormalisation(y, one, one, one, one, 1e-5f);
      y = fresh.conv(y, Noise.normal(8, 2, 2, 3, 3), Window.same(3));
      OnnxModel model = withOtherValueNames(fresh.output("y", y, ANY).build());
      List<String> observed = Quantiser.of(model, QuantiserOptions.ALL.keepNodes(kept)).observed();
      assertThat(observed).as(kept).containsExactly("norm.value", "y");
    }
  }

  /** As others name them: values differ from the nodes that make them. */
  private static OnnxModel withOtherValueNames(OnnxModel model) {
    UnaryOperator<String> other =
        name -> List.of("first", "norm").contains(name) ? name + ".value" : name;
    List<Node> nodes =
        model.graph().nodes().stream()
            .map(
                node ->
                    node.withInputs(node.inputs().stream().map(other).toList())
                        .withOutputs(node.outputs().stream().map(other).toList()))
            .toList();
    return model.with(model.graph().with(nodes, model.graph().initialisers()));
  }

  @Test
  void weightsOfOtherShapes() throws Exception {
    Tensor depthwise = Noise.normal(3, 2, 1, 3, 3);
    Value x = net.conv(image, depthwise, Noise.normal(4, 2), Window.same(3), 2);
    x = net.relu(x);
    Value line = net.reshape(x, 0, 2, 64);
    line = net.node("Conv", List.of(line, net.initialiser(Noise.normal(5, 3, 2, 5).named("line"))));
    Value batch = net.reshape(line, 0, 3, 60);
    batch = net.matMul(batch, net.initialiser(Noise.normal(6, 60, 7).named("first")));
    batch = net.matMul(net.relu(batch), net.initialiser(Noise.normal(8, 7, 4).named("second")));
    OnnxModel int8 = assertClose(net.output("y", batch, Shape.of("N,3,4")).build());
    assertThat(int8.graph().initialisers())
        .extracting(Tensor::name)
        .contains("line.bytes", "first.bytes", "second.bytes");
    assertThat(Engine.optimised(int8, folder).graph().nodes())
        .extracting(Node::op)
        .contains("QLinearMatMul", "MatMulIntegerToFloat")
        .doesNotContain("Conv", "MatMul", "Relu");
  }

  @Test
  void sharedWeightsAreQuantisedForEachOfTheirUsers() throws Exception {
    Tensor kernel = Noise.normal(3, 2, 2, 3, 3).named("kernel");
    Tensor bias = Tensor.floats("bias", new float[] {1, -2}, 2);
    Value x = net.conv(image, kernel, bias, Window.same(3));
    x = net.conv(x, kernel, bias, Window.same(3));
    OnnxModel int8 = assertClose(net.output("y", x, ANY).build());
    assertThat(int8.graph().initialisers())
        .extracting(Tensor::name)
        .contains("kernel.bytes", "kernel.bytes.2", "bias.bytes", "bias.bytes.2")
        .doesNotContain("kernel", "bias");
  }

  @Test
  void namesThatAreTakenAreNotTakenAgain() throws Exception {
    Value x = net.as("conv1.bytes").conv(image, Noise.normal(3, 2, 2, 3, 3), Window.same(3));
    x = net.as("conv1").conv(x, Noise.normal(4, 2, 2, 3, 3), Window.same(3));
    assertClose(net.output("conv1.bytes.bytes", x, ANY).build());
  }

  @Test
  void filesBeforeVersionFourAreUnderstood() throws Exception {
    OnnxModel model = net.output("y", conv(image), ANY).build();
    Graph graph = model.graph();
    List<ValueInfo> inputs =
        List.of(
            graph.inputs().get(0),
            ValueInfo.of("conv1.weight", TensorType.of(ElementType.FLOAT, Shape.of("2,2,3,3"))),
            ValueInfo.of("conv1.bias", TensorType.of(ElementType.FLOAT, Shape.of("2"))));
    OnnxModel replaceable = model.with(graph.withInputs(inputs));
    assertThat(Quantiser.of(replaceable, QuantiserOptions.ALL).observed()).isEmpty();
    Quantiser old = Quantiser.of(replaceable.withIrVersion(3), QuantiserOptions.ALL);
    assertThat(old.observed()).containsExactly("image", "y");
    assertThat(old.probe().graph().inputs()).hasSize(1);
  }

  @Test
  void graphsThatMakeNoSenseAreRefused() {
    OnnxModel model = net.output("y", net.relu(conv(image)), ANY).build();
    Graph graph = model.graph();
    List<Node> nodes = graph.nodes();
    for (List<Node> wrong :
        List.of(
            List.of(nodes.get(1), nodes.get(0)),
            List.of(nodes.get(0), nodes.get(0)),
            List.of(nodes.get(0).withOutputs(List.of("image"))))) {
      assertThatThrownBy(
              () -> Quantiser.of(model.with(graph.with(wrong, List.of())), QuantiserOptions.ALL))
          .isInstanceOf(NightjarException.class)
          .hasMessageContaining("MODEL_REFUSED");
    }
  }

  private Value conv(Value x) {
    return net.conv(
        x, Noise.normal(7, 2, 2, 3, 3), Tensor.floats("", new float[] {1, -2}, 2), Window.same(3));
  }

  private static OnnxModel assertClose(OnnxModel model) throws Exception {
    Map<String, Tensor> input = Map.of("image", IMAGE);
    OnnxModel int8 = Calibration.int8(model, QuantiserOptions.ALL, List.of(input));
    Map<String, Tensor> expected = Engine.run(model, input);
    Map<String, Tensor> actual = Engine.run(int8, input);
    for (String name : expected.keySet()) {
      Compared compared = Compared.of(actual.get(name), expected.get(name));
      assertThat(compared.mean() / compared.size()).as(name).isBetween(1e-7, 0.03);
    }
    assertThat(count(int8, "QuantizeLinear")).isPositive();
    return int8;
  }

  private static Node only(OnnxModel model, String op) {
    List<Node> found = model.graph().nodes().stream().filter(node -> node.is(op)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static long count(OnnxModel model, String op) {
    return model.graph().nodes().stream().filter(node -> node.is(op)).count();
  }
}
