package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.device.Session;

/** The processor of this machine. */
final class Processor implements Device {
  private final OrtEnvironment environment;
  private final OptionalLong memory;

  /**
   * The processor.
   *
   * @param memory bytes that networks may use, if the operator says
   */
  Processor(OrtEnvironment environment, OptionalLong memory) {
    this.environment = environment;
    this.memory = memory;
  }

  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public int slots(int wanted) {
    return wanted;
  }

  @Override
  public boolean anyThread() {
    return true;
  }

  @Override
  public boolean isProcessor() {
    return true;
  }

  @Override
  public OptionalLong memory() {
    return memory.isPresent() ? memory : OptionalLong.of(NativeMemory.share());
  }

  @Override
  public OptionalLong used() {
    return NativeMemory.used();
  }

  @Override
  public Session open(Path graph) throws NightjarException {
    try (OrtSession.SessionOptions options = SessionSettings.onProcessor()) {
      return OnnxSession.of(
          environment, environment.createSession(graph.toString(), options), "cpu:0");
    } catch (OrtException e) {
      throw Failures.loading(e, graph);
    }
  }
}
