package org.nightjar.onnx.model;

import java.util.Objects;

/**
 * A named value and its type.
 *
 * @param name name in the graph
 * @param type what it is
 * @param unmodelled further protobuf fields as they were read
 */
public record ValueInfo(String name, ValueType type, Bytes unmodelled) {

  /** Refuses nulls. */
  public ValueInfo {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(unmodelled, "unmodelled");
  }

  /** A value of a type. */
  public static ValueInfo of(String name, ValueType type) {
    return new ValueInfo(name, type, Bytes.EMPTY);
  }
}
