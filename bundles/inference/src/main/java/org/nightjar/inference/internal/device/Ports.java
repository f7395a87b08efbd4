package org.nightjar.inference.internal.device;

import java.util.List;

/**
 * What is fed to a network and what is taken from it.
 *
 * @param inputs its inputs
 * @param outputs the outputs that are wanted
 */
public record Ports(List<Slot> inputs, List<Slot> outputs) {
  /** Copies the lists. */
  public Ports {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** Bytes of one sample, in and out. */
  public long bytes() {
    return Float.BYTES
        * (inputs.stream().mapToLong(Slot::size).sum()
            + outputs.stream().mapToLong(Slot::size).sum());
  }
}
