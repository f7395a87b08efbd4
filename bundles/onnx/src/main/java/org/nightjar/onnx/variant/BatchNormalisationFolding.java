package org.nightjar.onnx.variant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.internal.graph.FreeNames;
import org.nightjar.onnx.internal.graph.GraphIndex;
import org.nightjar.onnx.internal.graph.Tidy;
import org.nightjar.onnx.model.Graph;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Tensor;

/**
 * Makes a batch normalisation part of the convolution before it: both are linear.
 *
 * <p>With {@code s = scale / sqrt(variance + epsilon)} for each channel the weights become {@code w
 * s} and the bias {@code (b - mean) s + shift} (Jacob et al. 2018, "Quantization and training of
 * neural networks", equation 14), computed in double precision.
 */
public final class BatchNormalisationFolding {
  private final GraphIndex index;
  private final FreeNames names;
  private final List<Node> nodes;
  private final List<Tensor> initialisers;

  private BatchNormalisationFolding(Graph graph) throws NightjarException {
    this.index = new GraphIndex(graph);
    this.names = new FreeNames(graph);
    this.nodes = new ArrayList<>(graph.nodes());
    this.initialisers = new ArrayList<>(graph.initialisers());
  }

  /**
   * The model without the normalisations that can be folded: those that stand behind a convolution
   * whose result nobody else sees, and whose numbers are all constant. The value behind keeps its
   * name.
   *
   * @throws NightjarException {@code MODEL_REFUSED} if two nodes make the same value
   */
  public static OnnxModel fold(OnnxModel model) throws NightjarException {
    OnnxModel constant = Tidy.withConstantWeights(model);
    Graph folded = new BatchNormalisationFolding(constant.graph()).folded();
    return folded == null ? model : constant.with(folded);
  }

  private Graph folded() {
    Map<Integer, Integer> pairs = new HashMap<>();
    for (int place = 0; place < nodes.size(); place++) {
      if (nodes.get(place).is("BatchNormalization")) {
        int conv = index.producer(nodes.get(place).input(0));
        if (conv >= 0 && foldable(conv, place)) {
          pairs.put(conv, place);
        }
      }
    }
    if (pairs.isEmpty()) {
      return null;
    }
    pairs.forEach(this::fold);
    nodes.removeIf(node -> node == null);
    return Tidy.withoutLeftovers(index.graph(), index.graph().with(nodes, initialisers));
  }

  private boolean foldable(int conv, int norm) {
    Node first = nodes.get(conv);
    Node second = nodes.get(norm);
    boolean alone = index.onlyConsumer(second.input(0)).isPresent();
    boolean plain =
        second.integer("training_mode", 0) == 0
            && second.integer("spatial", 1) == 1
            && second.outputs().stream().skip(1).allMatch(String::isEmpty);
    return alone && plain && first.is("Conv") && Affine.of(first, second, index).isPresent();
  }

  private void fold(int conv, int norm) {
    Node first = nodes.get(conv);
    Node second = nodes.get(norm);
    Affine affine = Affine.of(first, second, index).orElseThrow();
    String weight = store(first.input(1), first.input(1), affine.weight());
    String bias = store(first.input(2), first.input(1) + ".bias", affine.bias());
    nodes.set(
        conv,
        first
            .withInputs(List.of(first.input(0), weight, bias))
            .withOutputs(List.of(second.outputs().get(0))));
    nodes.set(norm, null);
  }

  /** Under the old name if nobody else uses it. */
  private String store(String old, String wanted, Tensor tensor) {
    for (int place = 0; place < initialisers.size(); place++) {
      if (initialisers.get(place).name().equals(old) && index.onlyConsumer(old).isPresent()) {
        initialisers.set(place, tensor.named(old));
        return old;
      }
    }
    String name = names.take(wanted.isEmpty() ? old : wanted);
    initialisers.add(tensor.named(name));
    return name;
  }
}
