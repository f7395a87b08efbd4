package org.nightjar.onnx.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One operation.
 *
 * @param name of the node; may be empty
 * @param op the operator, such as {@code Conv}
 * @param domain where the operator is from; empty for ONNX's own
 * @param inputs names of values; empty names stand for inputs that are left out
 * @param outputs names of values; empty names stand for outputs nobody wants
 * @param attributes settings
 * @param unmodelled further protobuf fields as they were read
 */
public record Node(
    String name,
    String op,
    String domain,
    List<String> inputs,
    List<String> outputs,
    List<Attribute> attributes,
    Bytes unmodelled) {

  /** Copies the lists. */
  public Node {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(op, "op");
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(unmodelled, "unmodelled");
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = List.copyOf(attributes);
  }

  /** A node of one of ONNX's own operators. */
  public static Node of(
      String name, String op, List<String> inputs, List<String> outputs, Attribute... attributes) {
    return new Node(name, op, "", inputs, outputs, List.of(attributes), Bytes.EMPTY);
  }

  /** Whether this is one of ONNX's own operators, and this one. */
  public boolean is(String operator) {
    return op.equals(operator) && (domain.isEmpty() || domain.equals("ai.onnx"));
  }

  /** The input at a place; empty where it is left out. */
  public String input(int index) {
    return index < inputs.size() ? inputs.get(index) : "";
  }

  /** What an attribute is set to, if it is. */
  public Optional<AttributeValue> attribute(String wanted) {
    return attributes.stream()
        .filter(attribute -> attribute.name().equals(wanted))
        .map(Attribute::value)
        .findFirst();
  }

  /** A whole number, or what holds where the attribute is not set or is not one. */
  public long integer(String wanted, long otherwise) {
    return attribute(wanted).orElse(null) instanceof AttributeValue.Int set
        ? set.value()
        : otherwise;
  }

  /** A real number, or what holds where the attribute is not set or is not one. */
  public float real(String wanted, float otherwise) {
    return attribute(wanted).orElse(null) instanceof AttributeValue.Real set
        ? set.value()
        : otherwise;
  }

  /** A text, or what holds where the attribute is not set or is not one. */
  public String text(String wanted, String otherwise) {
    return attribute(wanted).orElse(null) instanceof AttributeValue.Text set
        ? set.value()
        : otherwise;
  }

  /** The same with other inputs. */
  public Node withInputs(List<String> others) {
    return new Node(name, op, domain, others, outputs, attributes, unmodelled);
  }

  /** The same with other outputs. */
  public Node withOutputs(List<String> others) {
    return new Node(name, op, domain, inputs, others, attributes, unmodelled);
  }
}
