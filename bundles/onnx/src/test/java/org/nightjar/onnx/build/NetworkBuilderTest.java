package org.nightjar.onnx.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.nightjar.onnx.Engine;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Shape;
import org.nightjar.onnx.model.Tensor;
import org.nightjar.onnx.model.TensorType;
import org.nightjar.onnx.model.ValueInfo;

/** Every operation gives what it says, as ONNX Runtime computes it. */
class NetworkBuilderTest {
  private static final Tensor SQUARE = Tensor.floats("", new float[] {1, 2, 3, 4}, 1, 1, 2, 2);
  private static final Tensor ROW = Tensor.floats("", new float[] {1, -2, 3}, 1, 3);

  private final NetworkBuilder net = new NetworkBuilder("test");
  private final Map<String, Tensor> inputs = new HashMap<>();

  @Test
  void convolutions() throws Exception {
    Tensor kernel = Tensor.floats("", new float[] {1, 0, 0, 1}, 1, 1, 2, 2);
    Tensor bias = Tensor.floats("", new float[] {10}, 1);
    assertThat(image(x -> net.conv(x, kernel, bias, Window.of(2)))).containsExactly(15);
    Tensor middle = Tensor.floats("", new float[] {0, 0, 0, 0, 2, 0, 0, 0, 0}, 1, 1, 3, 3);
    assertThat(image(x -> net.conv(x, middle, Window.same(3)))).containsExactly(2, 4, 6, 8);
    assertThat(image(x -> net.conv(x, middle, Window.same(3).stride(2)))).containsExactly(2);
    Tensor corner = Tensor.floats("", new float[] {0, 0, 0, 1}, 1, 1, 2, 2);
    Window wide = Window.of(2).padding(1).dilation(2);
    assertThat(image(x -> net.conv(x, corner, wide))).containsExactly(4, 0, 0, 0);
  }

  @Test
  void groupsOfChannels() throws Exception {
    Tensor kernel = Tensor.floats("", new float[] {2, 3}, 2, 1, 1, 1);
    Tensor bias = Tensor.floats("", new float[2], 2);
    assertThat(image(x -> net.conv(net.concat(1, x, x), kernel, bias, Window.of(1), 2)))
        .containsExactly(2, 4, 6, 8, 3, 6, 9, 12);
  }

  @Test
  void pools() throws Exception {
    Window two = Window.of(2);
    assertThat(image(x -> net.maxPool(x, two))).containsExactly(4);
    assertThat(image(x -> net.averagePool(x, two))).containsExactly(2.5f);
    assertThat(image(x -> net.averagePool(x, two.padding(1).stride(2))))
        .containsExactly(1, 2, 3, 4);
    assertThat(image(net::globalAveragePool)).containsExactly(2.5f);
  }

  @Test
  void upsamplingRepeatsPixels() throws Exception {
    assertThat(image(x -> net.upsample(x, 2)))
        .containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
  }

  @Test
  void batchNormalisation() throws Exception {
    assertThat(image(x -> net.batchNormalisation(x, number(3), number(1), number(2), number(4), 0)))
        .containsExactly(-0.5f, 1, 2.5f, 4);
  }

  @Test
  void denseLayers() throws Exception {
    Tensor weight = Tensor.floats("", new float[] {1, 1, 1, 0, 0, 2}, 2, 3);
    Tensor bias = Tensor.floats("", new float[] {0.5f, 0}, 2);
    assertThat(row(x -> net.gemm(x, weight, bias))).containsExactly(2.5f, 6);
    Tensor matrix = Tensor.floats("m", new float[] {1, 2, 3}, 3, 1);
    assertThat(row(x -> net.matMul(x, net.initialiser(matrix)))).containsExactly(6);
  }

  @Test
  void arithmetic() throws Exception {
    Tensor two = Tensor.floats("two", new float[] {2}, 1);
    assertThat(row(x -> net.add(x, net.initialiser(two)))).containsExactly(3, 0, 5);
    assertThat(row(x -> net.sub(x, net.constant(two)))).containsExactly(-1, -4, 1);
    assertThat(row(x -> net.mul(x, x))).containsExactly(1, 4, 9);
    assertThat(row(x -> net.div(x, net.initialiser(two)))).containsExactly(0.5f, -1, 1.5f);
    assertThat(row(net::relu)).containsExactly(1, 0, 3);
    assertThat(row(x -> net.sigmoid(net.sub(x, x)))).containsExactly(0.5f, 0.5f, 0.5f);
    assertThat(row(x -> net.softmax(net.sub(x, x), 1))[2]).isEqualTo(1 / 3f);
  }

  @Test
  void shapes() throws Exception {
    assertThat(tensor(SQUARE, net::flatten).dims()).containsExactly(1L, 4L);
    assertThat(tensor(SQUARE, x -> net.reshape(x, 0, -1, 1)).dims()).containsExactly(1L, 4L, 1L);
    assertThat(image(x -> net.transpose(x, 0, 1, 3, 2))).containsExactly(1, 3, 2, 4);
    assertThat(tensor(ROW, x -> net.concat(0, x, x)).dims()).containsExactly(2L, 3L);
  }

  @Test
  void sumsAndMeans() throws Exception {
    assertThat(tensor(SQUARE, x -> net.reduceSum(x, false, 2)).dims()).containsExactly(1L, 1L, 2L);
    assertThat(image(x -> net.reduceSum(x, false, 2))).containsExactly(4, 6);
    assertThat(tensor(SQUARE, x -> net.reduceMean(x, true, 2, 3)).dims())
        .containsExactly(1L, 1L, 1L, 1L);
    assertThat(image(x -> net.reduceMean(x, true, 2, 3))).containsExactly(2.5f);
  }

  @Test
  void gatheringByNumbersFromOutside() throws Exception {
    Value data = net.input("data", Shape.of("N,3"));
    Value which = net.input("which", ElementType.INT64, Shape.of("K"));
    net.output("taken", net.gather(data, which, 1), Shape.of("N,K"));
    net.output("asFloats", net.cast(which, ElementType.FLOAT), Shape.of("K"));
    Tensor indices = Tensor.longs("", new long[] {2, 0}, 2);
    Map<String, Tensor> out = Engine.run(net.build(), Map.of("data", ROW, "which", indices));
    assertThat(out.get("taken").floats()).containsExactly(3, 1);
    assertThat(out.get("asFloats").floats()).containsExactly(2, 0);
  }

  @Test
  void nodesAndWeightsHaveNamesThatCanBeForeseen() {
    Value x = net.input("image", Shape.of("N,1,H,W"));
    x = net.conv(x, Tensor.floats("", new float[1], 1, 1, 1, 1), number(0), Window.of(1));
    x = net.as("head").conv(x, Tensor.floats("", new float[1], 1, 1, 1, 1), Window.of(1));
    x = net.conv(x, Tensor.floats("mine", new float[1], 1, 1, 1, 1), Window.of(1));
    OnnxModel model = net.output("y", x, Shape.of("N,1,H,W")).build();
    assertThat(model.graph().nodes())
        .extracting(Node::name)
        .containsExactly("conv1", "head", "conv2");
    assertThat(model.graph().initialisers())
        .extracting(Tensor::name)
        .containsExactly("conv1.weight", "conv1.bias", "head.weight", "mine");
    assertThat(model.graph().nodes().get(2).outputs()).containsExactly("y");
    assertThat(model.opset()).isEqualTo(17);
    assertThat(model.irVersion()).isEqualTo(8);
    assertThat(model.graph().inputs().get(0).type().toString()).contains("N,1,H,W");
  }

  @Test
  void anyValueMayBeAnOutputMoreThanOnce() throws Exception {
    Value x = net.input("x", Shape.of("N,3"));
    Value y = net.relu(x);
    net.output("same", x, Shape.of("N,3"));
    net.output("first", y, Shape.of("N,3")).output("second", y, Shape.of("N,3"));
    net.output("weights", net.initialiser(Tensor.floats("w", new float[] {7}, 1)), Shape.of("1"));
    Map<String, Tensor> out = Engine.run(net.build(), Map.of("x", ROW));
    assertThat(out.get("same").floats()).containsExactly(1, -2, 3);
    assertThat(out.get("first").floats()).containsExactly(1, 0, 3);
    assertThat(out.get("second").floats()).containsExactly(1, 0, 3);
    assertThat(out.get("weights").floats()).containsExactly(7);
  }

  @Test
  void weightsMayBeShared() {
    Value x = net.input("x", Shape.of("N,3"));
    Tensor shared = Tensor.floats("shared", new float[9], 3, 3);
    Tensor bias = Tensor.floats("bias", new float[3], 3);
    Value y = net.gemm(net.gemm(x, shared, bias), shared, bias);
    assertThat(net.output("y", y, Shape.of("N,3")).build().graph().initialisers()).hasSize(2);
    assertThatThrownBy(() -> net.initialiser(Tensor.floats("bias", new float[] {1}, 1)))
        .hasMessage("two initialisers are named 'bias'");
  }

  @Test
  void mistakesAreSaid() {
    Value x = net.input("x", Shape.of("N,1,H,W"));
    Tensor kernel = Tensor.floats("", new float[4], 1, 1, 2, 2);
    assertThatThrownBy(() -> net.conv(x, kernel, Window.same(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights of [1, 1, 2, 2] do not fit a kernel of 3");
    assertThatThrownBy(() -> net.conv(x, kernel, ROW, Window.of(2)))
        .hasMessage("a bias of [1, 3] for 1 outputs");
    assertThatThrownBy(() -> net.relu(new Value("y"))).hasMessage("'y' is not of this network");
    assertThatThrownBy(() -> net.input("x", Shape.SCALAR))
        .hasMessage("'x' is the name of another value");
    assertThatThrownBy(net::build).hasMessage("the network 'test' has no output");
    net.as("one").relu(x);
    assertThatThrownBy(() -> net.as("one").relu(x)).hasMessage("two nodes are named 'one'");
    assertThatThrownBy(() -> Shape.of("N,,3")).hasMessageContaining("neither an extent nor a name");
    assertThatThrownBy(() -> new Window(0, 1, 0, 1)).hasMessageContaining("no window has size 0");
  }

  private static Tensor number(float value) {
    return Tensor.floats("", new float[] {value}, 1);
  }

  private float[] image(Function<Value, Value> network) throws Exception {
    return tensor(SQUARE, network).floats();
  }

  private float[] row(Function<Value, Value> network) throws Exception {
    return tensor(ROW, network).floats();
  }

  /** One operation after another in the same builder, each with an input and an output. */
  private Tensor tensor(Tensor input, Function<Value, Value> network) throws Exception {
    String number = Integer.toString(inputs.size());
    Value x = net.input("in" + number, Shape.of(input.dims().size() == 4 ? "N,1,H,W" : "N,3"));
    OnnxModel model = net.output("out" + number, network.apply(x), Shape.SCALAR).build();
    inputs.put("in" + number, input);
    return Engine.run(withoutShapes(model), inputs).get("out" + number);
  }

  /** The engine finds out for itself. */
  private static OnnxModel withoutShapes(OnnxModel model) {
    return model.with(
        model
            .graph()
            .withOutputs(
                model.graph().outputs().stream()
                    .map(each -> ValueInfo.of(each.name(), TensorType.of(ElementType.FLOAT)))
                    .toList()));
  }
}
