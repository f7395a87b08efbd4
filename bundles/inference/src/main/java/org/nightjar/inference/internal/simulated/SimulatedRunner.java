package org.nightjar.inference.internal.simulated;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Runner;
import org.nightjar.inference.internal.device.Slot;

/** Runs batches on a simulated device. */
final class SimulatedRunner implements Runner {
  private final SimulatedDevice device;
  private final SimulatedGraph graph;
  private final Ports ports;
  private final List<FloatBuffer> inputs;
  private final List<FloatBuffer> outputs;
  private volatile boolean running;
  private volatile boolean terminated;

  SimulatedRunner(SimulatedDevice device, SimulatedGraph graph, Ports ports, int capacity) {
    this.device = device;
    this.graph = graph;
    this.ports = ports;
    this.inputs = buffers(ports.inputs(), capacity);
    this.outputs = buffers(ports.outputs(), capacity);
  }

  private static List<FloatBuffer> buffers(List<Slot> slots, int capacity) {
    return slots.stream().map(slot -> Tensor.allocate(slot.size() * capacity)).toList();
  }

  @Override
  public FloatBuffer input(int index) {
    return inputs.get(index).clear();
  }

  @Override
  public FloatBuffer output(int index) {
    return outputs.get(index).clear();
  }

  @Override
  public void run(int samples) throws NightjarException {
    terminated = false;
    running = true;
    try {
      device.run(graph, samples, () -> terminated);
    } finally {
      running = false;
    }
    for (int sample = 0; sample < samples; sample++) {
      compute(sample);
    }
  }

  private void compute(int sample) {
    List<float[]> in = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      float[] row = new float[ports.inputs().get(i).size()];
      inputs.get(i).get(sample * row.length, row);
      in.add(row);
    }
    List<float[]> out = ports.outputs().stream().map(slot -> new float[slot.size()]).toList();
    graph.function().apply(in, out);
    for (int i = 0; i < out.size(); i++) {
      outputs.get(i).put(sample * out.get(i).length, out.get(i));
    }
  }

  @Override
  public void terminate() {
    terminated = running;
  }

  @Override
  public void close() {
    // Its buffers are the garbage collector's.
  }
}
