package org.nightjar.onnx.variant;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.onnx.internal.graph.FreeNames;
import org.nightjar.onnx.internal.graph.GraphIndex;
import org.nightjar.onnx.internal.graph.Tidy;
import org.nightjar.onnx.internal.number.Half;
import org.nightjar.onnx.model.Attribute;
import org.nightjar.onnx.model.Bytes;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Tensor;

/**
 * Weights stored in half precision. The network computes in single precision as before: a cast
 * makes each weight a float again, once, when the engine loads the model. The file is half as
 * large.
 */
public final class HalfWeights {
  /** Smaller tensors stay as they are: they save nothing. */
  public static final int LEAST_ELEMENTS = 1024;

  /**
   * Largest root of the mean squared error, relative to that of the weights. Rounding costs at most
   * 2^-11; what costs more has too many numbers below the range of halves.
   */
  private static final double MOST_LOSS = 0x1p-10;

  private static final long FIRST_OPSET = 9;

  private static final Set<String> SCALED = Set.of("QuantizeLinear", "DequantizeLinear");

  private HalfWeights() {}

  /**
   * The model with its large weights in half precision. Weights that halves cannot hold (beyond
   * 65504, not finite, or too small), that a caller may replace, or that are scales of a quantised
   * network stay as they are.
   *
   * @throws NightjarException {@code UNSUPPORTED} for operator sets before 9
   */
  public static OnnxModel of(OnnxModel model) throws NightjarException {
    if (model.opset() < FIRST_OPSET) {
      throw NightjarException.of(
          StandardError.UNSUPPORTED,
          "half precision needs operator set " + FIRST_OPSET + ", this is " + model.opset(),
          model.graph().name(),
          "Export the model again for operator set 17.");
    }
    OnnxModel constant = Tidy.withConstantWeights(model);
    GraphIndex index = new GraphIndex(constant.graph());
    FreeNames names = new FreeNames(constant.graph());
    List<Node> nodes = new ArrayList<>();
    List<Tensor> initialisers = new ArrayList<>();
    for (Tensor tensor : constant.graph().initialisers()) {
      Optional<Tensor> half = fits(tensor, index) ? half(tensor) : Optional.empty();
      if (half.isPresent()) {
        Tensor stored = half.get().named(names.take(tensor.name() + ".half"));
        initialisers.add(stored);
        nodes.add(cast(names.take(tensor.name() + ".cast"), stored.name(), tensor.name()));
      } else {
        initialisers.add(tensor);
      }
    }
    nodes.addAll(constant.graph().nodes());
    return constant.with(constant.graph().with(nodes, initialisers));
  }

  private static boolean fits(Tensor tensor, GraphIndex index) {
    return tensor.type() == ElementType.FLOAT
        && tensor.elements() >= LEAST_ELEMENTS
        && !index.isInput(tensor.name())
        && index.consumers(tensor.name()).stream()
            .noneMatch(user -> SCALED.contains(index.node(user).op()));
  }

  private static Node cast(String name, String from, String to) {
    Attribute single = Attribute.of("to", ElementType.FLOAT.number());
    return Node.of(name, "Cast", List.of(from), List.of(to), single);
  }

  private static Optional<Tensor> half(Tensor tensor) {
    ByteBuffer halves =
        ByteBuffer.allocate(tensor.data().size() / 2).order(ByteOrder.LITTLE_ENDIAN);
    double lost = 0;
    double all = 0;
    for (float value : tensor.floats()) {
      short half = Half.of(value);
      double error = (double) Half.value(half) - value;
      lost += error * error;
      all += (double) value * value;
      halves.putShort(half);
    }
    // An infinite or undefined error fails this too.
    return lost <= MOST_LOSS * MOST_LOSS * all
        ? Optional.of(
            new Tensor(
                tensor.name(),
                ElementType.FLOAT16,
                tensor.dims(),
                Bytes.view(halves.flip()),
                tensor.unmodelled()))
        : Optional.empty();
  }
}
