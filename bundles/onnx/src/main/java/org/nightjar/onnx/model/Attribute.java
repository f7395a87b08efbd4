package org.nightjar.onnx.model;

import java.util.Arrays;
import java.util.Objects;

/**
 * A setting of a node.
 *
 * @param name as the operator has it
 * @param value what it is set to
 * @param unmodelled further protobuf fields as they were read
 */
public record Attribute(String name, AttributeValue value, Bytes unmodelled) {

  /** Refuses nulls. */
  public Attribute {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(unmodelled, "unmodelled");
  }

  /** An attribute of any value. */
  public static Attribute of(String name, AttributeValue value) {
    return new Attribute(name, value, Bytes.EMPTY);
  }

  /** A whole number. */
  public static Attribute of(String name, long value) {
    return of(name, new AttributeValue.Int(value));
  }

  /** A real number. */
  public static Attribute of(String name, float value) {
    return of(name, new AttributeValue.Real(value));
  }

  /** A text. */
  public static Attribute of(String name, String value) {
    return of(name, new AttributeValue.Text(value));
  }

  /** Whole numbers. */
  public static Attribute of(String name, long[] values) {
    return of(name, new AttributeValue.Ints(Arrays.stream(values).boxed().toList()));
  }

  /** A tensor. */
  public static Attribute of(String name, Tensor value) {
    return of(name, new AttributeValue.OfTensor(value));
  }
}
