package org.nightjar.inference.internal.simulated;

import java.util.List;
import org.nightjar.inference.internal.device.Graph;
import org.nightjar.inference.internal.device.Slot;

/**
 * A network that a simulated device can run.
 *
 * @param name for faults
 * @param graph what it takes and gives
 * @param outputs room for one sample of each output
 * @param function what it computes
 * @param fixedNanos duration of a run whatever its size
 * @param eachNanos duration of each sample
 * @param weights bytes it holds while it is loaded
 * @param activations bytes that each sample of a run needs
 */
public record SimulatedGraph(
    String name,
    Graph graph,
    List<Slot> outputs,
    Function function,
    long fixedNanos,
    long eachNanos,
    long weights,
    long activations) {
  /** Copies the list. */
  public SimulatedGraph {
    outputs = List.copyOf(outputs);
  }

  /** What a network computes of one sample. */
  @FunctionalInterface
  public interface Function {
    /**
     * Computes.
     *
     * @param inputs numbers of each input
     * @param outputs receives the numbers of each output
     */
    void apply(List<float[]> inputs, List<float[]> outputs);
  }
}
