package org.nightjar.onnx.model;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * One extent of a shape: a number, a name for what is only known when the network runs, or neither.
 *
 * @param size the number, if it is fixed
 * @param parameter the name; empty where there is none
 * @param denotation what the axis means, such as {@code DATA_BATCH}; mostly empty
 */
public record Dimension(OptionalLong size, String parameter, String denotation) {

  /** Refuses a number and a name at once. */
  public Dimension {
    Objects.requireNonNull(denotation, "denotation");
    if (size.isPresent() && !parameter.isEmpty()) {
      throw new IllegalArgumentException("an extent is a number or has a name, not both");
    }
  }

  /** A number. */
  public static Dimension of(long size) {
    return new Dimension(OptionalLong.of(size), "", "");
  }

  /** A name. */
  public static Dimension named(String parameter) {
    return new Dimension(OptionalLong.empty(), parameter, "");
  }

  /** The number, the name or a question mark. */
  @Override
  public String toString() {
    if (size.isPresent()) {
      return Long.toString(size.getAsLong());
    }
    return parameter.isEmpty() ? "?" : parameter;
  }
}
