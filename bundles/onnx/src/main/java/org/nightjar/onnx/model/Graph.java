package org.nightjar.onnx.model;

import java.util.List;
import java.util.Objects;

/**
 * Nodes, and the values they start from.
 *
 * @param name of the graph
 * @param nodes in an order in which they can run
 * @param initialisers values that are part of the file: the weights
 * @param inputs values that come from outside. Files before IR version 4 list initialisers here
 *     too; since then listing one means that it is a default
 * @param outputs values that are wanted
 * @param values types of values in between, as far as they are noted
 * @param unmodelled further protobuf fields as they were read
 */
public record Graph(
    String name,
    List<Node> nodes,
    List<Tensor> initialisers,
    List<ValueInfo> inputs,
    List<ValueInfo> outputs,
    List<ValueInfo> values,
    Bytes unmodelled) {

  /** Copies the lists. */
  public Graph {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unmodelled, "unmodelled");
    nodes = List.copyOf(nodes);
    initialisers = List.copyOf(initialisers);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    values = List.copyOf(values);
  }

  /** The same with other nodes and initialisers. */
  public Graph with(List<Node> otherNodes, List<Tensor> otherInitialisers) {
    return new Graph(name, otherNodes, otherInitialisers, inputs, outputs, values, unmodelled);
  }

  /** The same with other inputs. */
  public Graph withInputs(List<ValueInfo> others) {
    return new Graph(name, nodes, initialisers, others, outputs, values, unmodelled);
  }

  /** The same with other outputs. */
  public Graph withOutputs(List<ValueInfo> others) {
    return new Graph(name, nodes, initialisers, inputs, others, values, unmodelled);
  }
}
