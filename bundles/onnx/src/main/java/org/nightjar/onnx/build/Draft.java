package org.nightjar.onnx.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.onnx.model.Attribute;
import org.nightjar.onnx.model.Bytes;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.Graph;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.OperatorSet;
import org.nightjar.onnx.model.Shape;
import org.nightjar.onnx.model.Tensor;
import org.nightjar.onnx.model.TensorType;
import org.nightjar.onnx.model.ValueInfo;

/** The lists that a network under construction consists of, and who is called what in them. */
final class Draft {
  /** An input that is left out. */
  static final Value ABSENT = new Value("");

  private static final int IR_VERSION = 8;
  private static final int OPSET = 17;

  private final String name;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Tensor> initialisers = new LinkedHashMap<>();
  private final List<ValueInfo> inputs = new ArrayList<>();
  private final List<ValueInfo> outputs = new ArrayList<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final Set<String> values = new LinkedHashSet<>();
  private final Set<String> nodeNames = new LinkedHashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** Names that values get in the end, because they are outputs. */
  private final Map<String, String> renamed = new HashMap<>();

  private String next = "";

  Draft(String name) {
    this.name = name;
  }

  void metadata(String key, String value) {
    metadata.put(key, value);
  }

  void nameNext(String nodeName) {
    next = nodeName;
  }

  /** The name that was given to the next node, or one that counts its kind. */
  String nextName(String op) {
    String given = next;
    next = "";
    if (!given.isEmpty()) {
      return given;
    }
    String kind = Character.toLowerCase(op.charAt(0)) + op.substring(1);
    String counted;
    do {
      counted = kind + counts.merge(op, 1, Integer::sum);
    } while (nodeNames.contains(counted));
    return counted;
  }

  Value input(String inputName, ElementType element, Shape shape) {
    define(inputName);
    inputs.add(ValueInfo.of(inputName, TensorType.of(element, shape)));
    return new Value(inputName);
  }

  Value initialiser(Tensor tensor) {
    Tensor known = initialisers.putIfAbsent(tensor.name(), tensor);
    if (known == null) {
      define(tensor.name());
    } else if (!known.equals(tensor)) {
      throw new IllegalArgumentException("two initialisers are named '" + tensor.name() + "'");
    }
    return new Value(tensor.name());
  }

  List<Value> node(String op, int count, List<Value> sources, List<Attribute> attributes) {
    for (Value source : sources) {
      require(source);
    }
    String nodeName = nextName(op);
    if (!nodeNames.add(nodeName)) {
      throw new IllegalArgumentException("two nodes are named '" + nodeName + "'");
    }
    List<Value> results = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      results.add(new Value(index == 0 ? nodeName : nodeName + "." + index));
      define(results.get(index).name());
    }
    nodes.add(
        new Node(
            nodeName,
            op,
            "",
            sources.stream().map(Value::name).toList(),
            results.stream().map(Value::name).toList(),
            attributes,
            Bytes.EMPTY));
    return List.copyOf(results);
  }

  void output(String outputName, Value value, ElementType element, Shape shape) {
    require(value);
    Value last = value;
    boolean made = nodes.stream().anyMatch(node -> node.outputs().contains(value.name()));
    if (!made || renamed.containsKey(value.name())) {
      last = node("Identity", 1, List.of(value), List.of()).get(0);
    }
    if (!outputName.equals(last.name())) {
      define(outputName);
    }
    renamed.put(last.name(), outputName);
    outputs.add(ValueInfo.of(outputName, TensorType.of(element, shape)));
  }

  private void require(Value value) {
    if (value != ABSENT && !values.contains(value.name())) {
      throw new IllegalArgumentException("'" + value.name() + "' is not of this network");
    }
  }

  private void define(String valueName) {
    if (valueName.isEmpty() || !values.add(valueName)) {
      throw new IllegalArgumentException("'" + valueName + "' is the name of another value");
    }
  }

  OnnxModel model() {
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("the network '" + name + "' has no output");
    }
    List<Node> named =
        nodes.stream()
            .map(node -> node.withInputs(named(node.inputs())).withOutputs(named(node.outputs())))
            .toList();
    Graph graph =
        new Graph(
            name,
            named,
            List.copyOf(initialisers.values()),
            inputs,
            outputs,
            List.of(),
            Bytes.EMPTY);
    return new OnnxModel(
        IR_VERSION,
        "nightjar",
        "",
        List.of(new OperatorSet("", OPSET)),
        graph,
        Collections.unmodifiableMap(metadata),
        Bytes.EMPTY);
  }

  private List<String> named(List<String> old) {
    return old.stream().map(each -> renamed.getOrDefault(each, each)).toList();
  }
}
