package org.nightjar.onnx.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A tensor.
 *
 * @param element type of its elements
 * @param shape its extents, if the number of axes is known
 * @param denotation what it means, such as {@code IMAGE}; mostly empty
 */
public record TensorType(ElementType element, Optional<Shape> shape, String denotation)
    implements ValueType {

  /** Refuses nulls. */
  public TensorType {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(denotation, "denotation");
  }

  /** A tensor of known shape. */
  public static TensorType of(ElementType element, Shape shape) {
    return new TensorType(element, Optional.of(shape), "");
  }

  /** A tensor of any shape. */
  public static TensorType of(ElementType element) {
    return new TensorType(element, Optional.empty(), "");
  }
}
