package org.nightjar.onnx.internal.graph;

import java.util.Set;
import org.nightjar.onnx.model.Graph;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.Tensor;

/** Names that a graph does not use yet. */
public final class FreeNames {
  private final Set<String> taken;

  /** Names beside those of a graph. */
  public FreeNames(Graph graph) {
    this.taken = UsedNames.of(graph);
    graph.initialisers().stream().map(Tensor::name).forEach(taken::add);
    graph.inputs().forEach(input -> taken.add(input.name()));
    graph.values().forEach(value -> taken.add(value.name()));
    graph.nodes().stream().map(Node::outputs).forEach(taken::addAll);
    graph.nodes().stream().map(Node::name).forEach(taken::add);
  }

  /** The name itself if it is free, else with a number; it is taken from now on. */
  public String take(String wanted) {
    String name = wanted;
    for (int count = 2; !taken.add(name); count++) {
      name = wanted + "." + count;
    }
    return name;
  }
}
