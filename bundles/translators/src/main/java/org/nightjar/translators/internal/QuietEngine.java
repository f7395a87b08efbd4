package org.nightjar.translators.internal;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * DJL's engine over ONNX Runtime, whose arrays translators work with. There is one in the process,
 * that of the inference service; whoever comes first starts it, in the same way: nothing is fetched
 * or reported, and engines are looked for by DJL's own class loader.
 */
public final class QuietEngine {
  private static final String NAME = "OnnxRuntime";
  private static final String SILENCE = "ORT_DISABLE_TELEMETRY";
  private static final Map<String, String> QUIET =
      Map.of(
          "ai.djl.offline", "true",
          "OPT_OUT_TRACKING", "true",
          "ai.djl.onnx.disable_alternative", "true");

  private QuietEngine() {}

  /**
   * A model of DJL's that holds no network: what a translator may ask for its name and its arrays.
   *
   * @throws NightjarException {@code UNAVAILABLE} if the engine does not start, or would report to
   *     its makers
   */
  public static Model emptyModel(String name) throws NightjarException {
    requireSilence(System.getenv());
    QUIET.forEach(
        (property, value) -> {
          if (System.getProperty(property) == null) {
            System.setProperty(property, value);
          }
        });
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      // DJL looks for engines through this loader, once for the life of its classes.
      thread.setContextClassLoader(Engine.class.getClassLoader());
      return Model.newInstance(name, Device.cpu(), NAME); // else it looks for CUDA, loudly
    } catch (RuntimeException | LinkageError e) {
      throw new NightjarException(
          NightjarException.of(
                  StandardError.UNAVAILABLE,
                  "DJL's engine does not start: " + e,
                  "",
                  "See the log; models run without it, through raw channels.")
              .problem(),
          e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The same condition as the inference service's: its C library reads the variable at start. */
  static void requireSilence(Map<String, String> variables) throws NightjarException {
    if (!"1".equals(variables.get(SILENCE))) {
      throw NightjarException.of(
          StandardError.UNAVAILABLE,
          "translators do not start, because ONNX Runtime would report to its makers",
          "environment variable " + SILENCE,
          "Start Nightjar by bin/nightjar, or set " + SILENCE + "=1.");
    }
  }
}
