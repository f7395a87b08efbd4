package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.Locale;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;

/** What the engine's errors mean. */
final class Failures {
  private static final int LONGEST = 400;

  private Failures() {}

  /** A graph could not be loaded. */
  static NightjarException loading(OrtException error, Path graph) {
    if (outOfMemory(error)) {
      return memory(error, graph.toString());
    }
    return new NightjarException(
        Problem.of(
            StandardError.MODEL_REFUSED,
            "ONNX Runtime does not load the graph: " + firstLine(error),
            graph.toString(),
            "Export the model again; opset and operators must be ones that ONNX Runtime knows."),
        error);
  }

  /** A batch could not be run. */
  static NightjarException running(OrtException error) {
    if (outOfMemory(error)) {
      return memory(error, "");
    }
    if (terminated(error)) {
      return new NightjarException(
          Problem.of(StandardError.CANCELLED, "the run was terminated", "", ""), error);
    }
    return new NightjarException(
        Problem.of(StandardError.INTERNAL, "the network did not run: " + firstLine(error), "", ""),
        error);
  }

  /** The first line of the engine's message, bounded. */
  static String firstLine(OrtException error) {
    String line = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }

  // The code is only ORT_FAIL; the text alone says it.
  private static boolean outOfMemory(OrtException error) {
    String text = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    return text.contains("failed to allocate memory") || text.contains("out of memory");
  }

  private static boolean terminated(OrtException error) {
    return String.valueOf(error.getMessage()).contains("terminate flag");
  }

  private static NightjarException memory(OrtException error, String place) {
    return new NightjarException(
        Problem.of(
            StandardError.OUT_OF_MEMORY,
            "the device has too little memory: " + firstLine(error),
            place,
            "Lower inference.maxBatch or inference.threads."),
        error);
  }
}
