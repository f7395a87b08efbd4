package org.nightjar.onnx.internal.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.onnx.model.AttributeValue;
import org.nightjar.onnx.model.Graph;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.Tensor;
import org.nightjar.onnx.model.ValueInfo;

/** Who makes and who uses each value of a graph. Nodes are known by their place in it. */
public final class GraphIndex {
  private final Graph graph;
  private final Map<String, Integer> producers = new HashMap<>();
  private final Map<String, List<Integer>> consumers = new HashMap<>();
  private final Map<String, Tensor> constants = new HashMap<>();
  private final Set<String> inputs;
  private final Set<String> outside;

  /**
   * Looks through a graph.
   *
   * @throws NightjarException {@code MODEL_REFUSED} if a value is made twice, or used before it is
   *     made
   */
  public GraphIndex(Graph graph) throws NightjarException {
    this.graph = graph;
    this.inputs = graph.inputs().stream().map(ValueInfo::name).collect(Collectors.toSet());
    this.outside = UsedNames.outside(graph);
    for (Tensor initialiser : graph.initialisers()) {
      if (!inputs.contains(initialiser.name())) {
        constants.put(initialiser.name(), initialiser);
      }
    }
    for (int place = 0; place < graph.nodes().size(); place++) {
      add(graph.nodes().get(place), place);
    }
  }

  private void add(Node node, int place) throws NightjarException {
    for (String input : Set.copyOf(node.inputs())) {
      consumers.computeIfAbsent(input, name -> new ArrayList<>()).add(place);
    }
    for (String output : node.outputs()) {
      boolean twice = producers.put(output, place) != null || inputs.contains(output);
      if (twice && !output.isEmpty()) {
        throw refused("the value '" + output + "' is made twice");
      }
      if (consumers.containsKey(output) && !output.isEmpty()) {
        throw refused("the value '" + output + "' is used before it is made");
      }
    }
    if (node.is("Constant")
        && node.outputs().size() == 1
        && node.attribute("value").orElse(null) instanceof AttributeValue.OfTensor constant) {
      constants.put(node.outputs().get(0), constant.value());
    }
  }

  private NightjarException refused(String message) {
    return NightjarException.of(StandardError.MODEL_REFUSED, message, graph.name(), "");
  }

  /** The graph. */
  public Graph graph() {
    return graph;
  }

  /** The node at a place. */
  public Node node(int place) {
    return graph.nodes().get(place);
  }

  /** A value that is the same in every run. */
  public Optional<Tensor> constant(String name) {
    return Optional.ofNullable(constants.get(name));
  }

  /** A value that comes from outside, or may. */
  public boolean isInput(String name) {
    return inputs.contains(name);
  }

  /** Where a value is made; -1 if no node makes it. */
  public int producer(String name) {
    return producers.getOrDefault(name, -1);
  }

  /** The places that use a value, each once. */
  public List<Integer> consumers(String name) {
    return consumers.getOrDefault(name, List.of());
  }

  /** Whether a value is an output, or used within the graph of a branch or loop. */
  public boolean isSeenOutside(String name) {
    return outside.contains(name);
  }

  /** The one node that sees a value, if there is one and nothing else does. */
  public Optional<Node> onlyConsumer(String name) {
    List<Integer> users = consumers(name);
    return users.size() == 1 && !isSeenOutside(name)
        ? Optional.of(node(users.get(0)))
        : Optional.empty();
  }
}
