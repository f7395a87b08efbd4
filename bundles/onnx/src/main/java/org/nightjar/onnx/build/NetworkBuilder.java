package org.nightjar.onnx.build;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.onnx.model.Attribute;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Shape;
import org.nightjar.onnx.model.Tensor;

/**
 * Writes a network down, one operation a call, in the order in which it runs. Images are {@code
 * [batch, channels, rows, columns]}. What the operations compute is defined by "ONNX Operators",
 * operator set 17.
 *
 * <p>Nodes are named after their operator and counted ({@code conv1}, {@code conv2}) unless {@link
 * #as} names the next one; weights without a name get the node's ({@code conv1.weight}). Names are
 * how a quantiser is told which nodes to leave alone.
 *
 * <p>Not thread-safe. Errors are mistakes of the caller: {@link IllegalArgumentException}.
 */
public final class NetworkBuilder {
  private final Draft draft;

  /** An empty network. */
  public NetworkBuilder(String name) {
    this.draft = new Draft(name);
  }

  /** Adds a line to the model card. */
  public NetworkBuilder metadata(String key, String value) {
    draft.metadata(key, value);
    return this;
  }

  /** Names the node that is added next. */
  public NetworkBuilder as(String nodeName) {
    draft.nameNext(nodeName);
    return this;
  }

  /** An input of float32. */
  public Value input(String name, Shape shape) {
    return input(name, ElementType.FLOAT, shape);
  }

  /** An input. */
  public Value input(String name, ElementType element, Shape shape) {
    return draft.input(name, element, shape);
  }

  /** Makes a value an output of float32; any value may be one. */
  public NetworkBuilder output(String name, Value value, Shape shape) {
    return output(name, value, ElementType.FLOAT, shape);
  }

  /** Makes a value an output. */
  public NetworkBuilder output(String name, Value value, ElementType element, Shape shape) {
    draft.output(name, value, element, shape);
    return this;
  }

  /** A tensor that is part of the file. It must have a name; the same tensor may be used twice. */
  public Value initialiser(Tensor tensor) {
    return draft.initialiser(tensor);
  }

  /** A tensor as a node of its own. */
  public Value constant(Tensor tensor) {
    return node("Constant", List.of(), Attribute.of("value", tensor.named("")));
  }

  /** Any operation with one output. */
  public Value node(String op, List<Value> inputs, Attribute... attributes) {
    return nodes(op, 1, inputs, attributes).get(0);
  }

  /** Any operation. */
  public List<Value> nodes(String op, int outputs, List<Value> inputs, Attribute... attributes) {
    return draft.node(op, outputs, inputs, List.of(attributes));
  }

  /**
   * Convolution.
   *
   * @param weight {@code [out, in, size, size]}
   * @param bias {@code [out]}
   */
  public Value conv(Value x, Tensor weight, Tensor bias, Window window) {
    return conv(x, weight, bias, window, 1);
  }

  /**
   * Convolution in groups of channels.
   *
   * @param weight {@code [out, in / groups, size, size]}
   * @param bias {@code [out]}
   */
  public Value conv(Value x, Tensor weight, Tensor bias, Window window, int groups) {
    requireLength(bias, weight.dims().get(0));
    String name = draft.nextName("Conv");
    return conv(
        name,
        List.of(x, part(name, "weight", weight), part(name, "bias", bias)),
        weight,
        window,
        groups);
  }

  /** Convolution without a bias, as before a batch normalisation. */
  public Value conv(Value x, Tensor weight, Window window) {
    String name = draft.nextName("Conv");
    return conv(name, List.of(x, part(name, "weight", weight)), weight, window, 1);
  }

  private Value conv(String name, List<Value> inputs, Tensor weight, Window window, int groups) {
    List<Long> dims = weight.dims();
    if (dims.size() != 4 || dims.get(2) != window.size() || dims.get(3) != window.size()) {
      throw new IllegalArgumentException(
          "weights of " + dims + " do not fit a kernel of " + window.size());
    }
    List<Attribute> attributes = new ArrayList<>(window.attributes());
    if (groups > 1) {
      attributes.add(Attribute.of("group", groups));
    }
    return as(name).node("Conv", inputs, attributes.toArray(Attribute[]::new));
  }

  /**
   * {@code (x - mean) / sqrt(variance + epsilon) * scale + shift} for each channel.
   *
   * @param scale {@code [channels]}, as the other three
   */
  public Value batchNormalisation(
      Value x, Tensor scale, Tensor shift, Tensor mean, Tensor variance, float epsilon) {
    String name = draft.nextName("BatchNormalization");
    List<Value> inputs =
        List.of(
            x,
            part(name, "scale", scale),
            part(name, "shift", shift),
            part(name, "mean", mean),
            part(name, "variance", variance));
    return as(name).node("BatchNormalization", inputs, Attribute.of("epsilon", epsilon));
  }

  /**
   * A dense layer: {@code x weight^T + bias} for {@code x} of {@code [N, in]}.
   *
   * @param weight {@code [out, in]}
   * @param bias {@code [out]}
   */
  public Value gemm(Value x, Tensor weight, Tensor bias) {
    requireLength(bias, weight.dims().get(0));
    String name = draft.nextName("Gemm");
    List<Value> inputs = List.of(x, part(name, "weight", weight), part(name, "bias", bias));
    return as(name).node("Gemm", inputs, Attribute.of("transB", 1));
  }

  /** Product of matrices; further axes in front are a batch. */
  public Value matMul(Value a, Value b) {
    return node("MatMul", List.of(a, b));
  }

  /** The larger of x and 0. */
  public Value relu(Value x) {
    return node("Relu", List.of(x));
  }

  /** {@code 1 / (1 + exp(-x))}. */
  public Value sigmoid(Value x) {
    return node("Sigmoid", List.of(x));
  }

  /** Exponentials that add up to 1 along an axis. */
  public Value softmax(Value x, int axis) {
    return node("Softmax", List.of(x), Attribute.of("axis", axis));
  }

  /** Largest value in each window. */
  public Value maxPool(Value x, Window window) {
    return node("MaxPool", List.of(x), window.attributes().toArray(Attribute[]::new));
  }

  /** Mean of each window, the padding left out. */
  public Value averagePool(Value x, Window window) {
    if (window.dilation() > 1) {
      throw new IllegalArgumentException("AveragePool of operator set 17 knows no dilation");
    }
    return node("AveragePool", List.of(x), window.attributes().toArray(Attribute[]::new));
  }

  /** Mean of each channel: {@code [N, C, H, W]} to {@code [N, C, 1, 1]}. */
  public Value globalAveragePool(Value x) {
    return node("GlobalAveragePool", List.of(x));
  }

  /** Each pixel {@code factor} times in rows and columns. */
  public Value upsample(Value x, int factor) {
    String name = draft.nextName("Resize");
    Tensor scales = Tensor.floats("", new float[] {1, 1, factor, factor}, 4);
    return as(name)
        .node(
            "Resize",
            List.of(x, Draft.ABSENT, part(name, "scales", scales)),
            Attribute.of("mode", "nearest"),
            Attribute.of("coordinate_transformation_mode", "asymmetric"),
            Attribute.of("nearest_mode", "floor"));
  }

  /** Sum, one of both repeated where it is shorter. */
  public Value add(Value a, Value b) {
    return node("Add", List.of(a, b));
  }

  /** Difference. */
  public Value sub(Value a, Value b) {
    return node("Sub", List.of(a, b));
  }

  /** Product, element by element. */
  public Value mul(Value a, Value b) {
    return node("Mul", List.of(a, b));
  }

  /** Quotient, element by element. */
  public Value div(Value a, Value b) {
    return node("Div", List.of(a, b));
  }

  /** One behind the other along an axis. */
  public Value concat(int axis, Value... values) {
    return node("Concat", List.of(values), Attribute.of("axis", axis));
  }

  /** {@code [N, ...]} to {@code [N, product of the rest]}. */
  public Value flatten(Value x) {
    return node("Flatten", List.of(x), Attribute.of("axis", 1));
  }

  /** Other extents: 0 keeps one, -1 (once) takes what is left. */
  public Value reshape(Value x, long... dims) {
    String name = draft.nextName("Reshape");
    Tensor shape = Tensor.longs("", dims, dims.length);
    return as(name).node("Reshape", List.of(x, part(name, "shape", shape)));
  }

  /** Axes in another order. */
  public Value transpose(Value x, long... axes) {
    return node("Transpose", List.of(x), Attribute.of("perm", axes));
  }

  /**
   * Slices of data.
   *
   * @param indices which ones, int32 or int64
   * @param axis along which axis
   */
  public Value gather(Value data, Value indices, int axis) {
    return node("Gather", List.of(data, indices), Attribute.of("axis", axis));
  }

  /**
   * Sums along axes.
   *
   * @param keepDims whether the axes stay, with an extent of 1
   */
  public Value reduceSum(Value x, boolean keepDims, long... axes) {
    String name = draft.nextName("ReduceSum");
    Tensor which = Tensor.longs("", axes, axes.length);
    return as(name)
        .node(
            "ReduceSum",
            List.of(x, part(name, "axes", which)),
            Attribute.of("keepdims", keepDims ? 1 : 0));
  }

  /**
   * Means along axes.
   *
   * @param keepDims whether the axes stay, with an extent of 1
   */
  public Value reduceMean(Value x, boolean keepDims, long... axes) {
    return node(
        "ReduceMean",
        List.of(x),
        Attribute.of("axes", axes),
        Attribute.of("keepdims", keepDims ? 1 : 0));
  }

  /** The same numbers in another type. */
  public Value cast(Value x, ElementType type) {
    return node("Cast", List.of(x), Attribute.of("to", type.number()));
  }

  /**
   * The model.
   *
   * @throws IllegalArgumentException if it has no output
   */
  public OnnxModel build() {
    return draft.model();
  }

  private Value part(String node, String role, Tensor tensor) {
    return draft.initialiser(tensor.name().isEmpty() ? tensor.named(node + "." + role) : tensor);
  }

  private static void requireLength(Tensor bias, long length) {
    if (!bias.dims().equals(List.of(length))) {
      throw new IllegalArgumentException(
          "a bias of " + bias.dims() + " for " + length + " outputs");
    }
  }
}
