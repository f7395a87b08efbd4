package org.nightjar.onnx.quantise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.onnx.internal.graph.FreeNames;
import org.nightjar.onnx.internal.graph.GraphIndex;
import org.nightjar.onnx.internal.graph.Tidy;
import org.nightjar.onnx.model.Attribute;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.Graph;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.Tensor;
import org.nightjar.onnx.model.ValueInfo;

/**
 * Writes the nodes of a network anew, with quantising and restoring nodes between them. Engines
 * look for one pattern: a node whose inputs are restored bytes and whose result goes to one
 * quantising node and nowhere else. So every user gets a restoring node of its own, and floats that
 * somebody else wants are restored from the bytes, under the name that the value had.
 */
final class Rewrite {
  private final GraphIndex index;
  private final Plan plan;
  private final Map<String, Scale> scales;
  private final int most;
  private final FreeNames names;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Tensor> initialisers;

  /** Names of bytes, by the value they stand for. */
  private final Map<String, String> bytes = new HashMap<>();

  /** Names of step and zero, by the scale's name. */
  private final Map<String, List<String>> stored = new HashMap<>();

  Rewrite(GraphIndex index, Plan plan, Map<String, Scale> scales, int most) {
    this.index = index;
    this.plan = plan;
    this.scales = scales;
    this.most = most;
    this.names = new FreeNames(index.graph());
    this.initialisers = new ArrayList<>(index.graph().initialisers());
  }

  Graph graph() {
    for (ValueInfo input : index.graph().inputs()) {
      if (scales.containsKey(input.name())) {
        quantise(input.name(), input.name());
      }
    }
    for (int place = 0; place < index.graph().nodes().size(); place++) {
      write(place);
    }
    return Tidy.withoutLeftovers(index.graph(), index.graph().with(nodes, initialisers));
  }

  private void write(int place) {
    Node node = index.node(place);
    List<String> inputs = new ArrayList<>(node.inputs());
    plan.role(place)
        .ifPresent(
            role -> {
              for (int data : role.data(node)) {
                inputs.set(data, restored(node.input(data)));
              }
              if (role.hasWeights()) {
                restoreWeights(node, inputs);
              }
            });
    List<String> outputs = new ArrayList<>(node.outputs());
    outputs.replaceAll(output -> isReplaced(output) ? names.take(output + ".float") : output);
    nodes.add(node.withInputs(inputs).withOutputs(outputs));
    for (int output = 0; output < outputs.size(); output++) {
      String value = node.outputs().get(output);
      if (scales.containsKey(value)) {
        quantise(outputs.get(output), value);
        if (isReplaced(value)) {
          restore(value, value);
        }
      }
    }
  }

  /** Whether others will see the value as it is restored from bytes. */
  private boolean isReplaced(String value) {
    return scales.containsKey(value) && plan.isMadeOfBytes(value) && plan.isWantedAsFloats(value);
  }

  private void quantise(String from, String value) {
    String result = names.take(value + ".bytes");
    bytes.put(value, result);
    List<String> scale = stored(scales.get(value));
    nodes.add(
        Node.of(
            names.take(value + ".quantise"),
            "QuantizeLinear",
            List.of(from, scale.get(0), scale.get(1)),
            List.of(result)));
  }

  private String restored(String value) {
    String result = names.take(value + ".restored");
    restore(value, result);
    return result;
  }

  private void restore(String value, String result) {
    List<String> scale = stored(scales.get(value));
    nodes.add(
        Node.of(
            names.take(value + ".restore"),
            "DequantizeLinear",
            List.of(bytes.get(value), scale.get(0), scale.get(1)),
            List.of(result)));
  }

  private List<String> stored(Scale scale) {
    return stored.computeIfAbsent(
        scale.name(),
        name ->
            List.of(
                store(name + ".step", Tensor.floats("", new float[] {scale.step()})),
                store(
                    name + ".zero",
                    Tensor.raw("", ElementType.UINT8, new byte[] {(byte) scale.zero()}))));
  }

  private void restoreWeights(Node node, List<String> inputs) {
    Role.Weights weights = Role.Weights.of(node, index).orElseThrow();
    float inputStep = scales.get(node.input(0)).step();
    QuantisedWeights rounded =
        QuantisedWeights.of(weights.weight(), weights.bias(), weights.axis(), most, inputStep);
    int channels = rounded.steps().length;
    Tensor zeros = Tensor.raw("", ElementType.INT8, new byte[channels], channels);
    inputs.set(
        1, constant(node.input(1), rounded.weight(), rounded.steps(), zeros, weights.axis()));
    rounded
        .bias()
        .ifPresent(
            bias -> {
              Tensor none = Tensor.ints("", new int[channels], channels);
              inputs.set(2, constant(node.input(2), bias, rounded.biasSteps(), none, 0));
            });
  }

  private String constant(String name, Tensor whole, float[] steps, Tensor zeros, int axis) {
    String result = names.take(name + ".restored");
    nodes.add(
        Node.of(
            names.take(name + ".restore"),
            "DequantizeLinear",
            List.of(
                store(name + ".bytes", whole),
                store(name + ".step", Tensor.floats("", steps, steps.length)),
                store(name + ".zero", zeros)),
            List.of(result),
            Attribute.of("axis", axis)));
    return result;
  }

  private String store(String wanted, Tensor tensor) {
    String name = names.take(wanted);
    initialisers.add(tensor.named(name));
    return name;
  }
}
