package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.device.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A device beside the processor. It is tried before the first graph is loaded on it. */
final class Accelerator implements Device {
  private static final Logger LOG = LoggerFactory.getLogger(Accelerator.class);

  /** What is known of it. */
  private enum State {
    UNTRIED,
    WORKS,
    BROKEN
  }

  private final OrtEnvironment environment;
  private final ExecutionProvider provider;
  private final OptionalLong memory;
  private State state = State.UNTRIED;
  private String reason = "";

  /**
   * A device.
   *
   * @param memory bytes that networks may use on it, if the operator says
   */
  Accelerator(OrtEnvironment environment, ExecutionProvider provider, OptionalLong memory) {
    this.environment = environment;
    this.provider = provider;
    this.memory = memory;
  }

  @Override
  public String name() {
    return provider.device();
  }

  @Override
  public int slots(int wanted) {
    return 1;
  }

  @Override
  public boolean anyThread() {
    // ONNX Runtime grew by gigabytes when one CUDA session ran in changing threads.
    return false;
  }

  @Override
  public boolean isProcessor() {
    return false;
  }

  @Override
  public OptionalLong memory() {
    return memory;
  }

  @Override
  public OptionalLong used() {
    return OptionalLong.empty();
  }

  @Override
  public Session open(Path graph) throws NightjarException {
    requireWorking();
    try (OrtSession.SessionOptions options = SessionSettings.onAccelerator(provider)) {
      return OnnxSession.of(
          environment, environment.createSession(graph.toString(), options), provider.arenas());
    } catch (OrtException e) {
      throw Failures.loading(e, graph);
    }
  }

  /** One trial at a time; what fails for another reason than memory fails the next time too. */
  private synchronized void requireWorking() throws NightjarException {
    if (state == State.UNTRIED) {
      Optional<OrtException> failure = Trial.failure(environment, provider);
      if (failure.isEmpty()) {
        state = State.WORKS;
        LOG.info("{} works as device {}", provider.title(), name());
        return;
      }
      reason = provider.title() + " does not work here: " + Failures.firstLine(failure.get());
      if (Trouble.of(Failures.text(failure.get())) == Trouble.MEMORY) {
        throw new NightjarException(
            Problem.of(StandardError.OUT_OF_MEMORY, reason, name(), ""), failure.get());
      }
      state = State.BROKEN;
    }
    if (state == State.BROKEN) {
      throw NightjarException.of(StandardError.UNAVAILABLE, reason, name(), "");
    }
  }
}
