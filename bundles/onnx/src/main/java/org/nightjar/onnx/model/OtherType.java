package org.nightjar.onnx.model;

import java.util.Objects;

/**
 * A type that is not spelled out here: sequence, map, optional, sparse tensor, or none.
 *
 * @param unmodelled the {@code TypeProto} as it was read; empty for none
 */
public record OtherType(Bytes unmodelled) implements ValueType {
  /** No type given. */
  public static final OtherType NONE = new OtherType(Bytes.EMPTY);

  /** Refuses nulls. */
  public OtherType {
    Objects.requireNonNull(unmodelled, "unmodelled");
  }
}
