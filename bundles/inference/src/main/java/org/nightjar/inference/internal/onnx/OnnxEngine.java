package org.nightjar.inference.internal.onnx;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.device.Device;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts DJL's engine, which owns the one ONNX Runtime environment of the process. */
public final class OnnxEngine {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxEngine.class);
  private static final String NAME = "OnnxRuntime";

  // The launcher sets these; here they are set again for whoever starts the bundle another way.
  // They
  // must be there before the first class of DJL is touched: it would look for a cloud and for
  // downloads.
  private static final Map<String, String> QUIET =
      Map.of(
          "ai.djl.offline", "true",
          "OPT_OUT_TRACKING", "true",
          "ai.djl.onnx.disable_alternative", "true");

  /** ONNX Runtime's own switch: the C library reads it when the environment is created. */
  private static final String SILENCE = "ORT_DISABLE_TELEMETRY";

  private final OrtEnvironment environment;

  private OnnxEngine(OrtEnvironment environment) {
    this.environment = environment;
  }

  /**
   * Starts the engine, or finds it started.
   *
   * @throws NightjarException {@code UNAVAILABLE} if its native libraries do not load, or if the
   *     process was started in a way that would make it report to its makers
   */
  public static OnnxEngine start() throws NightjarException {
    requireSilence(System.getenv());
    for (Map.Entry<String, String> property : QUIET.entrySet()) {
      if (System.getProperty(property.getKey()) == null) {
        System.setProperty(property.getKey(), property.getValue());
      }
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      // DJL looks for engines through this loader, once for the life of its classes.
      thread.setContextClassLoader(Engine.class.getClassLoader());
      Engine engine = Engine.getEngine(NAME);
      // DJL created the environment; asking again gives that one.
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      LOG.info(
          "ONNX Runtime {} under DJL engine {}", environment.getVersion(), engine.getEngineName());
      return new OnnxEngine(environment);
    } catch (OrtException | RuntimeException | LinkageError e) {
      throw new NightjarException(
          NightjarException.of(
                  StandardError.UNAVAILABLE,
                  "the inference engine does not start: " + e,
                  "",
                  "See the log; the native libraries of ONNX Runtime must fit this machine and the"
                      + " ones that Java has, and their folder must allow execution.")
              .problem(),
          e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * ONNX Runtime 1.29 sends reports from Linux too, on by default, and picks the process's command
   * line apart with a recursive expression when it starts: some 6 kB of arguments overflow the
   * stack and kill the JVM without a trace. Java cannot set a variable of its own process.
   */
  static void requireSilence(Map<String, String> variables) throws NightjarException {
    if (!"1".equals(variables.get(SILENCE))) {
      throw NightjarException.of(
          StandardError.UNAVAILABLE,
          "inference does not start, because ONNX Runtime would report to its makers",
          "environment variable " + SILENCE,
          "Start Nightjar by bin/nightjar, or set " + SILENCE + "=1.");
    }
  }

  /**
   * The devices that are wanted, best first; the last is the processor. None of them has been tried
   * yet.
   */
  public List<Device> devices(DeviceSettings settings) {
    Device processor = new Processor(environment, settings.memory());
    return provider(settings)
        .<List<Device>>map(
            provider ->
                List.of(new Accelerator(environment, provider, settings.deviceMemory()), processor))
        .orElse(List.of(processor));
  }

  /** The processor, with the memory that is its share by default. */
  public Device cpu() {
    return new Processor(environment, OptionalLong.empty());
  }

  /** The first card of NVIDIA without any limits, if there is one. */
  public Device cuda() {
    return new Accelerator(
        environment, new CudaProvider(0, OptionalLong.empty(), Map.of()), OptionalLong.empty());
  }

  private Optional<ExecutionProvider> provider(DeviceSettings settings) {
    if (!settings.mistake().isEmpty()) {
      return Optional.of(new MistakenProvider(settings.choice(), settings.mistake()));
    }
    return switch (settings.choice()) {
      case "cpu" -> Optional.empty();
      case "webgpu" -> Optional.of(new WebGpuProvider(settings.otherOptions()));
      case "cuda" -> Optional.of(cuda(settings));
      default ->
          Optional.of(
              settings
                  .library()
                  .map(file -> plugin(settings, file))
                  .orElseGet(() -> cuda(settings)));
    };
  }

  private ExecutionProvider plugin(DeviceSettings settings, Path file) {
    return new PluginProvider(environment, file, settings.card(), settings.otherOptions());
  }

  private static ExecutionProvider cuda(DeviceSettings settings) {
    return new CudaProvider(settings.card(), settings.deviceMemory(), settings.otherOptions());
  }
}
