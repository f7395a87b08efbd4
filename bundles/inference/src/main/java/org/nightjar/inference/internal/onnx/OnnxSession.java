package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.device.Graph;
import org.nightjar.inference.internal.device.Port;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Runner;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.device.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A graph loaded by ONNX Runtime. */
final class OnnxSession implements Session {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxSession.class);

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Graph graph;
  private final String arenas;

  private OnnxSession(OrtEnvironment environment, OrtSession session, Graph graph, String arenas) {
    this.environment = environment;
    this.session = session;
    this.graph = graph;
    this.arenas = arenas;
  }

  /**
   * A session.
   *
   * @param arenas those that can be shrunk, as the engine's run option wants them
   */
  static OnnxSession of(OrtEnvironment environment, OrtSession session, String arenas)
      throws OrtException {
    Graph graph =
        new Graph(ports(session.getInputInfo().values()), ports(session.getOutputInfo().values()));
    return new OnnxSession(environment, session, graph, arenas);
  }

  @Override
  public Graph graph() {
    return graph;
  }

  @Override
  public Map<String, List<Long>> probe(List<Slot> inputs, List<String> outputs, int samples)
      throws NightjarException {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (Slot slot : inputs) {
        tensors.put(
            slot.name(),
            OnnxTensor.createTensor(
                environment,
                Tensor.allocate(Math.multiplyExact(slot.size(), samples)),
                slot.batch(samples)));
      }
      return run(tensors, new HashSet<>(outputs), OnnxSession::shape);
    } catch (OrtException e) {
      throw Failures.running(e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  @Override
  public Map<String, Tensor> look(Map<String, Tensor> inputs, Set<String> outputs)
      throws NightjarException {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
        Tensor tensor = input.getValue();
        long[] shape = Arrays.stream(tensor.shape()).asLongStream().toArray();
        FloatBuffer numbers = Tensor.allocate(tensor.size()).put(tensor.values()).flip();
        tensors.put(input.getKey(), OnnxTensor.createTensor(environment, numbers, shape));
      }
      return run(tensors, outputs, OnnxSession::numbers);
    } catch (OrtException e) {
      throw Failures.running(e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  /** Reads something off a value that came out. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(String name, OnnxValue value) throws NightjarException;
  }

  private <T> Map<String, T> run(
      Map<String, OnnxTensor> inputs, Set<String> outputs, Reading<T> reading)
      throws OrtException, NightjarException {
    try (OrtSession.Result result = session.run(inputs, outputs)) {
      Map<String, T> read = new HashMap<>();
      for (Map.Entry<String, OnnxValue> output : result) {
        read.put(output.getKey(), reading.of(output.getKey(), output.getValue()));
      }
      return read;
    }
  }

  @Override
  public Runner runner(Ports ports, int capacity) throws NightjarException {
    try {
      return new OnnxRunner(environment, session, arenas, ports, capacity);
    } catch (OrtException e) {
      throw Failures.running(e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      LOG.warn("the engine did not unload a graph", e);
    }
  }

  private static List<Long> shape(String name, OnnxValue value) throws NightjarException {
    if (value.getInfo() instanceof TensorInfo info) {
      return Arrays.stream(info.getShape()).boxed().toList();
    }
    throw NightjarException.of(
        StandardError.MODEL_REFUSED, "output '" + name + "' is not a tensor", "", "");
  }

  private static Tensor numbers(String name, OnnxValue value) throws NightjarException {
    int[] shape = shape(name, value).stream().mapToInt(Math::toIntExact).toArray();
    FloatBuffer numbers = ((OnnxTensor) value).getFloatBuffer();
    if (numbers == null) {
      throw NightjarException.of(
          StandardError.MODEL_REFUSED, "value '" + name + "' holds no floats", "", "");
    }
    return Tensor.of(numbers, shape);
  }

  private static List<Port> ports(Iterable<NodeInfo> nodes) {
    List<Port> ports = new ArrayList<>();
    for (NodeInfo node : nodes) {
      if (node.getInfo() instanceof TensorInfo info) {
        String type =
            switch (info.type) {
              case FLOAT -> "float32";
              case DOUBLE -> "float64";
              default -> info.type.name().toLowerCase(Locale.ROOT);
            };
        ports.add(new Port(node.getName(), type, Arrays.stream(info.getShape()).boxed().toList()));
      } else {
        ports.add(new Port(node.getName(), node.getInfo().toString(), List.of()));
      }
    }
    return ports;
  }
}
