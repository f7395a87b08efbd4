package org.nightjar.onnx.internal.graph;

import java.util.HashSet;
import java.util.Set;
import org.nightjar.onnx.model.Attribute;
import org.nightjar.onnx.model.AttributeValue;
import org.nightjar.onnx.model.Graph;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.ValueInfo;

/** Names that somebody refers to. */
final class UsedNames {
  private UsedNames() {}

  /** By nodes, as outputs, and within the graphs of branches and loops. */
  static Set<String> of(Graph graph) {
    Set<String> names = new HashSet<>(outside(graph));
    graph.nodes().forEach(node -> names.addAll(node.inputs()));
    return names;
  }

  /** As outputs, and within the graphs of branches and loops: where a rewriter does not reach. */
  static Set<String> outside(Graph graph) {
    Set<String> names = new HashSet<>();
    graph.outputs().stream().map(ValueInfo::name).forEach(names::add);
    graph.nodes().forEach(node -> inner(node, names));
    return names;
  }

  private static void inner(Node node, Set<String> names) {
    for (Attribute attribute : node.attributes()) {
      if (attribute.value() instanceof AttributeValue.OfGraph one) {
        names.addAll(of(one.value()));
      } else if (attribute.value() instanceof AttributeValue.Graphs many) {
        many.values().forEach(each -> names.addAll(of(each)));
      }
    }
  }
}
