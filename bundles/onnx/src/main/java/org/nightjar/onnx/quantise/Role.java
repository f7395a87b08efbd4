package org.nightjar.onnx.quantise;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nightjar.onnx.internal.graph.GraphIndex;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.Tensor;

/** What a quantised node does with its data. */
enum Role {
  /** Multiplies with weights, and can give bytes alone. */
  CONVOLUTION,
  /** Multiplies with weights, and can give floats too. */
  PRODUCT,
  /** Adds two values. */
  SUM,
  /** Puts values one behind the other. */
  JOIN,
  /** Gives means, which have a range of their own. */
  MEAN,
  /** Gives numbers that were there before: the range stays. */
  SELECTION;

  /** Whether the node multiplies with weights: what quantising is for. */
  boolean hasWeights() {
    return this == CONVOLUTION || this == PRODUCT;
  }

  /** Whether a rectifier behind it costs nothing: bytes below 0 do not exist. */
  boolean absorbsRelu() {
    return hasWeights() || this == SUM;
  }

  /** Which inputs are data, as opposed to weights and settings. */
  List<Integer> data(Node node) {
    return switch (this) {
      case SUM, JOIN -> IntStream.range(0, node.inputs().size()).boxed().toList();
      default -> List.of(0);
    };
  }

  /** The role of a node, if it is understood in every detail. */
  static Optional<Role> of(Node node, GraphIndex index) {
    Role role = byOperator(node);
    if (role == null || node.outputs().size() != 1) {
      return Optional.empty();
    }
    boolean flows = role.data(node).stream().map(node::input).allMatch(name -> flows(name, index));
    boolean understood =
        switch (role) {
          case CONVOLUTION, PRODUCT -> Weights.of(node, index).isPresent();
          case SUM -> node.inputs().size() == 2;
          case MEAN -> node.attribute("dilations").isEmpty() && node.integer("ceil_mode", 0) == 0;
          case SELECTION -> !node.is("Resize") || repeatsPixels(node);
          case JOIN -> true;
        };
    return flows && understood ? Optional.of(role) : Optional.empty();
  }

  private static Role byOperator(Node node) {
    if (!node.domain().isEmpty() && !node.domain().equals("ai.onnx")) {
      return null;
    }
    return switch (node.op()) {
      case "Conv" -> CONVOLUTION;
      case "Gemm", "MatMul" -> PRODUCT;
      case "Add" -> SUM;
      case "Concat" -> JOIN;
      case "AveragePool", "GlobalAveragePool" -> MEAN;
      case "MaxPool", "Resize", "Flatten", "Reshape", "Transpose", "Squeeze", "Unsqueeze" ->
          SELECTION;
      default -> null;
    };
  }

  /** The other modes mix pixels, and cropping fills up with a number that is not in the bytes. */
  private static boolean repeatsPixels(Node resize) {
    return resize.text("mode", "nearest").equals("nearest")
        && !resize.text("coordinate_transformation_mode", "").equals("tf_crop_and_resize");
  }

  private static boolean flows(String name, GraphIndex index) {
    return index.constant(name).isEmpty() && (index.producer(name) >= 0 || index.isInput(name));
  }

  /**
   * The weights of a node.
   *
   * @param axis along which the output channels lie
   */
  record Weights(Tensor weight, Optional<float[]> bias, int axis) {

    static Optional<Weights> of(Node node, GraphIndex index) {
      Optional<Tensor> weight = floats(node.input(1), index);
      if (weight.isEmpty() || weight.get().elements() == 0) {
        return Optional.empty();
      }
      int rank = weight.get().dims().size();
      boolean understood =
          switch (node.op()) {
            case "Conv" -> rank >= 3;
            case "MatMul" -> rank == 2;
            default -> rank == 2 && isPlain(node);
          };
      int axis =
          switch (node.op()) {
            case "Conv" -> 0;
            case "MatMul" -> 1;
            default -> node.integer("transB", 0) == 0 ? 1 : 0;
          };
      return understood ? biased(node, weight.get(), axis, index) : Optional.empty();
    }

    private static boolean isPlain(Node gemm) {
      return gemm.real("alpha", 1) == 1
          && gemm.real("beta", 1) == 1
          && gemm.integer("transA", 0) == 0;
    }

    private static Optional<Weights> biased(Node node, Tensor weight, int axis, GraphIndex index) {
      if (node.input(2).isEmpty()) {
        return Optional.of(new Weights(weight, Optional.empty(), axis));
      }
      long channels = weight.dims().get(axis);
      return floats(node.input(2), index)
          .filter(bias -> isRow(bias.dims(), channels))
          .map(bias -> new Weights(weight, Optional.of(bias.floats()), axis));
    }

    private static boolean isRow(List<Long> dims, long channels) {
      return dims.equals(List.of(channels)) || dims.equals(List.of(1L, channels));
    }

    private static Optional<Tensor> floats(String name, GraphIndex index) {
      return index
          .constant(name)
          .filter(tensor -> tensor.type() == ElementType.FLOAT && isFinite(tensor.floats()));
    }

    private static boolean isFinite(float[] values) {
      for (float value : values) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
      return true;
    }
  }
}
