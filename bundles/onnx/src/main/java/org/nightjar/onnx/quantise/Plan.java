package org.nightjar.onnx.quantise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.nightjar.onnx.internal.graph.GraphIndex;
import org.nightjar.onnx.model.Node;

/**
 * Which nodes work on bytes, and which values are bytes between them.
 *
 * <p>Nodes with weights are what it is about. Others follow where everything they need is bytes
 * already and somebody behind them wants bytes: that saves going to floats and back.
 */
final class Plan {
  private final GraphIndex index;
  private final QuantiserOptions options;
  private final Map<Integer, Role> roles = new TreeMap<>();
  private final Set<Integer> rectifiers = new HashSet<>();
  private final Set<String> quantised = new LinkedHashSet<>();

  private Plan(GraphIndex index, QuantiserOptions options) {
    this.index = index;
    this.options = options;
  }

  static Plan of(GraphIndex index, QuantiserOptions options) {
    Plan plan = new Plan(index, options);
    plan.choose();
    plan.settle();
    return plan;
  }

  /** Places of the quantised nodes. */
  Set<Integer> places() {
    return roles.keySet();
  }

  /** What a node does, if it is quantised. */
  Optional<Role> role(int place) {
    return Optional.ofNullable(roles.get(place));
  }

  /** Values that are bytes, in the order in which they are made. */
  Set<String> quantised() {
    return quantised;
  }

  /** Whether a value comes out of a quantised node, or of a rectifier that is part of one. */
  boolean isMadeOfBytes(String value) {
    int place = index.producer(value);
    return roles.containsKey(place) || rectifiers.contains(place);
  }

  /** Whether somebody needs a value as floats. */
  boolean isWantedAsFloats(String value) {
    return index.isSeenOutside(value)
        || index.consumers(value).stream().anyMatch(user -> !roles.containsKey(user));
  }

  /** What comes out of a quantised node in the end, behind its rectifier if it has one. */
  String result(int place) {
    String own = index.node(place).outputs().get(0);
    return relu(place).map(node -> node.outputs().get(0)).orElse(own);
  }

  private Optional<Node> relu(int place) {
    return roles.get(place).absorbsRelu()
        ? index
            .onlyConsumer(index.node(place).outputs().get(0))
            .filter(node -> node.is("Relu") && !isKept(node))
        : Optional.empty();
  }

  private boolean isKept(Node node) {
    return options.floatOperators().contains(node.op())
        || options.floatNodes().contains(node.name())
        || node.outputs().stream().anyMatch(options.floatNodes()::contains);
  }

  private void choose() {
    Map<Integer, Role> followers = new TreeMap<>();
    Set<String> bytes = new HashSet<>();
    for (int place = 0; place < index.graph().nodes().size(); place++) {
      Node node = index.node(place);
      Optional<Role> role = isKept(node) ? Optional.empty() : Role.of(node, index);
      if (role.isPresent() && role.get().hasWeights()) {
        roles.put(place, role.get());
        bytes.add(result(place));
        bytes.add(node.input(0));
      } else if (role.isPresent()) {
        followers.put(place, role.get());
      }
    }
    addFollowers(followers, bytes);
    removeTails();
  }

  private void addFollowers(Map<Integer, Role> followers, Set<String> bytes) {
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Map.Entry<Integer, Role> follower : followers.entrySet()) {
        int place = follower.getKey();
        if (!roles.containsKey(place)
            && data(place, follower.getValue()).stream().allMatch(bytes::contains)) {
          roles.put(place, follower.getValue());
          bytes.add(result(place));
          grown = true;
        }
      }
    }
  }

  /** What only leads to floats may as well give floats, and lose nothing. */
  private void removeTails() {
    boolean shrunk = true;
    while (shrunk) {
      shrunk =
          roles
              .entrySet()
              .removeIf(each -> !each.getValue().hasWeights() && !isUsed(result(each.getKey())));
    }
  }

  private boolean isUsed(String value) {
    return index.consumers(value).stream().anyMatch(roles::containsKey);
  }

  private void settle() {
    for (int place : roles.keySet()) {
      quantised.addAll(data(place, roles.get(place)));
      String result = result(place);
      if (roles.get(place) != Role.PRODUCT || isUsed(result)) {
        quantised.add(result);
        relu(place).ifPresent(node -> rectifiers.add(index.producer(result)));
      }
    }
  }

  private List<String> data(int place, Role role) {
    List<String> names = new ArrayList<>();
    role.data(index.node(place)).forEach(input -> names.add(index.node(place).input(input)));
    return names;
  }
}
