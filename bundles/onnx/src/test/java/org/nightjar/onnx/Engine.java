package org.nightjar.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Tensor;

/** ONNX Runtime, the judge of what this library writes. */
public final class Engine implements AutoCloseable {
  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  private final OrtSession session;

  private Engine(OrtSession session) {
    this.session = session;
  }

  /** A session on one thread. */
  public static Engine load(OnnxModel model) throws OrtException, NightjarException {
    return load(OnnxWriter.bytes(model));
  }

  /** A session on one thread. */
  public static Engine load(byte[] file) throws OrtException {
    try (OrtSession.SessionOptions options = options()) {
      return new Engine(ENVIRONMENT.createSession(file, options));
    }
  }

  /** What the engine makes of a model before it runs it. */
  public static OnnxModel optimised(OnnxModel model, Path folder)
      throws OrtException, NightjarException, IOException {
    Path file = Files.createTempFile(folder, "optimised", ".onnx");
    try (OrtSession.SessionOptions options = options()) {
      options.setOptimizedModelFilePath(file.toString());
      ENVIRONMENT.createSession(OnnxWriter.bytes(model), options).close();
    }
    return OnnxReader.read(file);
  }

  private static OrtSession.SessionOptions options() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    return options;
  }

  /** One run. */
  public static Map<String, Tensor> run(OnnxModel model, Map<String, Tensor> inputs)
      throws OrtException, NightjarException {
    try (Engine engine = load(model)) {
      return engine.run(inputs);
    }
  }

  /** One run. */
  public Map<String, Tensor> run(Map<String, Tensor> inputs) throws OrtException {
    Map<String, OnnxTensor> feeds = new HashMap<>();
    try {
      for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
        feeds.put(input.getKey(), tensor(input.getValue()));
      }
      try (OrtSession.Result result = session.run(feeds)) {
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        for (Map.Entry<String, OnnxValue> output : result) {
          outputs.put(output.getKey(), tensor(output.getKey(), (OnnxTensor) output.getValue()));
        }
        return outputs;
      }
    } finally {
      feeds.values().forEach(OnnxTensor::close);
    }
  }

  private static OnnxTensor tensor(Tensor input) throws OrtException {
    long[] shape = input.dims().stream().mapToLong(Long::longValue).toArray();
    return input.type() == ElementType.FLOAT
        ? OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(input.floats()), shape)
        : OnnxTensor.createTensor(ENVIRONMENT, LongBuffer.wrap(input.longs()), shape);
  }

  private static Tensor tensor(String name, OnnxTensor output) {
    TensorInfo info = output.getInfo();
    return switch (info.type) {
      case FLOAT -> {
        FloatBuffer buffer = output.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        yield Tensor.floats(name, values, info.getShape());
      }
      case INT64 -> {
        LongBuffer buffer = output.getLongBuffer();
        long[] values = new long[buffer.remaining()];
        buffer.get(values);
        yield Tensor.longs(name, values, info.getShape());
      }
      default -> throw new IllegalStateException("output " + name + " is of " + info.type);
    };
  }

  /** Metadata that the engine reads. */
  public Map<String, String> metadata() throws OrtException {
    return session.getMetadata().getCustomMetadata();
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
