package org.nightjar.inference.internal.device;

import java.util.List;

/**
 * What a graph takes and gives.
 *
 * @param inputs its inputs
 * @param outputs its outputs
 */
public record Graph(List<Port> inputs, List<Port> outputs) {
  /** Copies the lists. */
  public Graph {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
