package org.nightjar.onnx.build;

import java.util.Objects;

/**
 * Something that flows through a network while it is built.
 *
 * @param name its name in the graph; a value that becomes an output takes that name in the end
 */
public record Value(String name) {
  /** Refuses null. */
  public Value {
    Objects.requireNonNull(name, "name");
  }
}
