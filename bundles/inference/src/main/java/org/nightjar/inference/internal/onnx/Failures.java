package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;

/** The engine's errors in our words. */
final class Failures {
  private static final int LONGEST = 400;
  private static final Pattern CODE = Pattern.compile("^Error code - \\w+ - message: ");

  private Failures() {}

  /** A graph could not be loaded. */
  static NightjarException loading(OrtException error, Path graph) {
    return switch (Trouble.of(text(error))) {
      case MEMORY -> memory(error, graph.toString());
      case DEVICE -> device(error, graph.toString());
      default ->
          new NightjarException(
              Problem.of(
                  StandardError.MODEL_REFUSED,
                  "ONNX Runtime does not load the graph: " + firstLine(error),
                  graph.toString(),
                  "Export the model again; opset and operators must be ones that ONNX Runtime"
                      + " knows."),
              error);
    };
  }

  /** A batch could not be run. */
  static NightjarException running(OrtException error) {
    return switch (Trouble.of(text(error))) {
      case MEMORY -> memory(error, "");
      case DEVICE -> device(error, "");
      case TERMINATED ->
          new NightjarException(
              Problem.of(StandardError.CANCELLED, "the run was terminated", "", ""), error);
      default ->
          new NightjarException(
              Problem.of(
                  StandardError.INTERNAL, "the network did not run: " + firstLine(error), "", ""),
              error);
    };
  }

  /** The first line of the engine's message without its code, bounded. */
  static String firstLine(OrtException error) {
    String line = CODE.matcher(text(error).lines().findFirst().orElse("")).replaceFirst("").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }

  /** The whole message. */
  static String text(OrtException error) {
    return String.valueOf(error.getMessage());
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

  private static NightjarException device(OrtException error, String place) {
    return new NightjarException(
        Problem.of(
            StandardError.UNAVAILABLE,
            "the device is in trouble: " + firstLine(error),
            place,
            "See the log of the device's driver; restart Nightjar if it stays so."),
        error);
  }
}
