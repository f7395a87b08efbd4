package org.nightjar.onnx.quantise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.onnx.internal.graph.GraphIndex;
import org.nightjar.onnx.internal.graph.Tidy;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.TensorType;
import org.nightjar.onnx.model.ValueInfo;
import org.nightjar.onnx.variant.BatchNormalisationFolding;

/**
 * Makes an 8-bit network of one in single precision: activations in unsigned bytes, weights in
 * signed bytes with a scale for each output channel. Inputs and outputs keep names, types and
 * shapes; what is not understood stays in single precision.
 *
 * <p>Batch normalisations are folded first. The result is in the QDQ form (pairs of {@code
 * QuantizeLinear} and {@code DequantizeLinear} around each operation), which any engine can run and
 * which ONNX Runtime turns into integer operations when it loads it.
 */
public final class Quantiser {
  private static final long FIRST_OPSET = 13;

  private final OnnxModel model;
  private final GraphIndex index;
  private final Plan plan;
  private final SharedRanges shared;
  private final QuantiserOptions options;

  private Quantiser(OnnxModel model, QuantiserOptions options) throws NightjarException {
    this.model = model;
    this.options = options;
    this.index = new GraphIndex(model.graph());
    this.plan = Plan.of(index, options);
    this.shared = new SharedRanges(plan, index);
  }

  /**
   * Looks at a network.
   *
   * @throws NightjarException {@code UNSUPPORTED} for operator sets before 13; {@code BAD_ARGUMENT}
   *     if the options name a node that is not there; {@code MODEL_REFUSED} if two nodes make the
   *     same value
   */
  public static Quantiser of(OnnxModel model, QuantiserOptions options) throws NightjarException {
    if (model.opset() < FIRST_OPSET) {
      throw NightjarException.of(
          StandardError.UNSUPPORTED,
          "scales for each channel need operator set " + FIRST_OPSET + ", this is " + model.opset(),
          model.graph().name(),
          "Export the model again for operator set 17.");
    }
    QuantiserOptions known = options.keepNodes(allNames(model, options.floatNodes()));
    return new Quantiser(BatchNormalisationFolding.fold(Tidy.withConstantWeights(model)), known);
  }

  /** The nodes' names and those of what they make: folding leaves one of them. */
  private static String[] allNames(OnnxModel model, Set<String> wanted) throws NightjarException {
    Set<String> all = new HashSet<>();
    for (Node node : model.graph().nodes()) {
      Set<String> names = new HashSet<>(node.outputs());
      names.add(node.name());
      names.remove("");
      if (names.stream().anyMatch(wanted::contains)) {
        all.addAll(names);
      }
    }
    for (String name : wanted) {
      if (!all.contains(name)) {
        throw NightjarException.of(
            StandardError.BAD_ARGUMENT,
            "there is no node '" + name + "' to keep in single precision",
            model.graph().name(),
            "Name a node, or the value it makes.");
      }
    }
    return all.toArray(String[]::new);
  }

  /**
   * The values whose ranges are needed, as {@link Ranges} has to be told them. Those that are
   * inputs of the network are observed as they are handed in, all others as they come out of {@link
   * #probe}.
   */
  public List<String> observed() {
    return shared.observed();
  }

  /** The network in single precision with the values to be observed as further outputs. */
  public OnnxModel probe() {
    List<ValueInfo> outputs = new ArrayList<>(model.graph().outputs());
    Set<String> there = outputs.stream().map(ValueInfo::name).collect(Collectors.toSet());
    for (String value : observed()) {
      if (!index.isInput(value) && !there.contains(value)) {
        outputs.add(ValueInfo.of(value, TensorType.of(ElementType.FLOAT)));
      }
    }
    return model.with(model.graph().withOutputs(outputs));
  }

  /**
   * The 8-bit network.
   *
   * @param ranges of all values in {@link #observed}
   * @throws NightjarException {@code BAD_ARGUMENT} if one is missing
   */
  public OnnxModel quantise(Ranges ranges) throws NightjarException {
    int most = options.weightBits() == 8 ? 127 : 63;
    return model.with(new Rewrite(index, plan, shared.scales(ranges), most).graph());
  }
}
