package org.nightjar.inference.internal.device;

import java.util.List;

/**
 * An input or output as a graph declares it.
 *
 * @param name name in the graph
 * @param type element type, such as {@code float32}
 * @param shape extents with the batch axis; -1 where the graph leaves one open
 */
public record Port(String name, String type, List<Long> shape) {
  /** Copies the shape. */
  public Port {
    shape = List.copyOf(shape);
  }
}
