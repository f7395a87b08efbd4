package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out whether an execution provider works, by running a sum on it. The engine's list of
 * providers names what it was built with, whether its libraries, a driver and a card are there or
 * not.
 */
final class Trial {
  /** {@code y = x + x} over {@code [N, 4]}, opset 17. */
  static final byte[] GRAPH =
      HexFormat.of()
          .parseHex(
              "08083a420a0e0a01780a017812017922034164645a140a0178120f0a0d080112090a0312014e0a02080462"
                  + "140a0179120f0a0d080112090a0312014e0a020804120474696e7942021011");

  private Trial() {}

  /** Why it does not work, or nothing. */
  static Optional<OrtException> failure(OrtEnvironment environment, ExecutionProvider provider) {
    try (OrtSession.SessionOptions options = SessionSettings.onAccelerator(provider);
        OrtSession session = environment.createSession(GRAPH, options);
        OnnxTensor x = OnnxTensor.createTensor(environment, new float[][] {{1, 2, 3, 4}});
        OrtSession.Result result = session.run(Map.of("x", x))) {
      float last = ((float[][]) result.get(0).getValue())[0][3];
      return last == 8
          ? Optional.empty()
          : Optional.of(new OrtException("4 + 4 came out as " + last));
    } catch (OrtException e) {
      return Optional.of(e);
    }
  }
}
