package org.nightjar.inference.internal.simulated;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.device.Graph;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Runner;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.device.Slot;

/** A network on a simulated device. */
final class SimulatedSession implements Session {
  private final SimulatedDevice device;
  private final SimulatedGraph graph;
  private boolean closed;

  SimulatedSession(SimulatedDevice device, SimulatedGraph graph) {
    this.device = device;
    this.graph = graph;
  }

  @Override
  public Graph graph() {
    return graph.graph();
  }

  @Override
  public Map<String, List<Long>> probe(List<Slot> inputs, List<String> outputs, int samples)
      throws NightjarException {
    device.run(graph, samples, () -> false);
    Map<String, List<Long>> shapes = new HashMap<>();
    for (Slot slot : graph.outputs()) {
      shapes.put(slot.name(), Arrays.stream(slot.batch(samples)).boxed().toList());
    }
    return shapes;
  }

  @Override
  public Runner runner(Ports ports, int capacity) {
    return new SimulatedRunner(device, graph, ports, capacity);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      device.closed(graph);
    }
  }
}
