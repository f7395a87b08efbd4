package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Runner;
import org.nightjar.inference.internal.device.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Direct buffers that ONNX Runtime reads from and writes to in place. The tensors over them are
 * made once for each batch size.
 */
final class OnnxRunner implements Runner {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxRunner.class);

  /** Tensors over the front part of the buffers. */
  private record Binding(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs) {
    void close() {
      inputs.values().forEach(OnnxTensor::close);
      outputs.values().forEach(OnnxTensor::close);
    }
  }

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String arenas;
  private final Ports ports;
  private final List<FloatBuffer> inputs;
  private final List<FloatBuffer> outputs;
  private final Binding[] bindings;

  /** Replaced once it has been used to terminate a run or to shrink: the flags stay up. */
  private OrtSession.RunOptions options;

  private boolean running;
  private boolean terminated;
  private boolean shrinking;

  OnnxRunner(
      OrtEnvironment environment, OrtSession session, String arenas, Ports ports, int capacity)
      throws OrtException {
    this.environment = environment;
    this.session = session;
    this.arenas = arenas;
    this.ports = ports;
    this.inputs = buffers(ports.inputs(), capacity);
    this.outputs = buffers(ports.outputs(), capacity);
    this.bindings = new Binding[capacity + 1];
    this.options = new OrtSession.RunOptions();
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
    try {
      Binding binding = binding(samples);
      begin();
      try {
        session.run(binding.inputs(), Set.of(), binding.outputs(), options).close();
      } finally {
        end();
      }
    } catch (OrtException e) {
      throw Failures.running(e);
    }
  }

  @Override
  public synchronized void shrink() {
    shrinking = true;
  }

  private synchronized void begin() throws OrtException {
    if (shrinking) {
      options.addRunConfigEntry("memory.enable_memory_arena_shrinkage", arenas);
    }
    running = true;
  }

  private synchronized void end() throws OrtException {
    running = false;
    if (terminated || shrinking) {
      terminated = false;
      shrinking = false;
      options.close();
      options = new OrtSession.RunOptions();
    }
  }

  @Override
  public synchronized void terminate() {
    if (!running) {
      return;
    }
    try {
      options.setTerminate(true);
      terminated = true;
    } catch (OrtException e) {
      LOG.warn("a run cannot be terminated", e);
    }
  }

  @Override
  public synchronized void close() {
    for (int i = 0; i < bindings.length; i++) {
      if (bindings[i] != null) {
        bindings[i].close();
        bindings[i] = null;
      }
    }
    options.close();
  }

  private Binding binding(int samples) throws OrtException {
    if (bindings[samples] == null) {
      bindings[samples] =
          new Binding(
              tensors(ports.inputs(), inputs, samples), tensors(ports.outputs(), outputs, samples));
    }
    return bindings[samples];
  }

  private Map<String, OnnxTensor> tensors(List<Slot> slots, List<FloatBuffer> buffers, int samples)
      throws OrtException {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      FloatBuffer front = buffers.get(i).duplicate().position(0).limit(samples * slot.size());
      tensors.put(slot.name(), OnnxTensor.createTensor(environment, front, slot.batch(samples)));
    }
    return tensors;
  }

  private static List<FloatBuffer> buffers(List<Slot> slots, int capacity) {
    List<FloatBuffer> buffers = new ArrayList<>(slots.size());
    for (Slot slot : slots) {
      buffers.add(Tensor.allocate(Math.multiplyExact(slot.size(), capacity)));
    }
    return buffers;
  }
}
