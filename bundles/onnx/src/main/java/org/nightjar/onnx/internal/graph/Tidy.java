package org.nightjar.onnx.internal.graph;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nightjar.onnx.model.Graph;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Tensor;
import org.nightjar.onnx.model.ValueInfo;

/** What a rewriter does before and after its work. */
public final class Tidy {
  /** The first edition of the file format in which initialisers need not be inputs. */
  private static final long FREE_INITIALISERS = 4;

  private Tidy() {}

  /**
   * Old files list all initialisers among the inputs, and nobody may set them: they are constants,
   * and from here on look like it.
   */
  public static OnnxModel withConstantWeights(OnnxModel model) {
    if (model.irVersion() >= FREE_INITIALISERS) {
      return model;
    }
    Set<String> weights =
        model.graph().initialisers().stream().map(Tensor::name).collect(Collectors.toSet());
    List<ValueInfo> inputs =
        model.graph().inputs().stream().filter(each -> !weights.contains(each.name())).toList();
    return model.with(model.graph().withInputs(inputs)).withIrVersion(FREE_INITIALISERS);
  }

  /** Takes away constants that were used before and are not any more. */
  public static Graph withoutLeftovers(Graph before, Graph after) {
    Set<String> left = UsedNames.of(before);
    left.removeAll(UsedNames.of(after));
    return after.with(
        after.nodes().stream()
            .filter(node -> !node.is("Constant") || !left.containsAll(node.outputs()))
            .toList(),
        after.initialisers().stream().filter(each -> !left.contains(each.name())).toList());
  }
}
