package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.device.Session;

/** A device that ONNX Runtime drives. */
public final class OnnxDevice implements Device {
  private final OrtEnvironment environment;
  private final String name;
  private final boolean cuda;

  /** Why the provider does not load; it will not the next time either. Empty: not known yet. */
  private final AtomicReference<String> broken = new AtomicReference<>("");

  OnnxDevice(OrtEnvironment environment, String name, boolean cuda) {
    this.environment = environment;
    this.name = name;
    this.cuda = cuda;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int slots(int wanted) {
    return cuda ? 1 : wanted;
  }

  @Override
  public boolean anyThread() {
    // ONNX Runtime grew by gigabytes when one CUDA session ran in changing threads.
    return !cuda;
  }

  @Override
  public boolean isProcessor() {
    return !cuda;
  }

  @Override
  public OptionalLong memory() {
    return OptionalLong.empty();
  }

  @Override
  public OptionalLong used() {
    return OptionalLong.empty();
  }

  @Override
  public Session open(Path graph) throws NightjarException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Spinning threads starve whoever else is on the machine.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      if (cuda) {
        addCuda(options);
        options.setMemoryPatternOptimization(false);
      }
      return OnnxSession.of(environment, environment.createSession(graph.toString(), options));
    } catch (OrtException e) {
      throw Failures.loading(e, graph);
    }
  }

  // The list of available providers names CUDA even where its libraries are missing; only this
  // tells.
  private void addCuda(OrtSession.SessionOptions options) throws NightjarException {
    if (broken.get().isEmpty()) {
      try (OrtCUDAProviderOptions provider = new OrtCUDAProviderOptions(0)) {
        // The default, TensorFloat-32, keeps 10 bits of each factor: golden vectors would not come
        // out.
        provider.add("use_tf32", "0");
        provider.add("cudnn_conv_algo_search", "HEURISTIC");
        options.addCUDA(provider);
        return;
      } catch (OrtException e) {
        broken.set(Failures.firstLine(e));
      }
    }
    throw NightjarException.of(
        StandardError.UNAVAILABLE, "CUDA does not work here: " + broken.get(), name, "");
  }
}
