package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** The options of sessions. */
final class SessionSettings {
  private SessionSettings() {}

  /** Options for the processor; to be closed. */
  static OrtSession.SessionOptions onProcessor() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    try {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Spinning threads starve whoever else is on the machine.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      return options;
    } catch (OrtException e) {
      options.close();
      throw e;
    }
  }

  /** Options for an accelerator; to be closed. */
  static OrtSession.SessionOptions onAccelerator(ExecutionProvider provider) throws OrtException {
    OrtSession.SessionOptions options = onProcessor();
    try {
      // Runs of one session from changing threads leaked gigabytes with it.
      options.setMemoryPatternOptimization(false);
      provider.addTo(options);
      return options;
    } catch (OrtException e) {
      options.close();
      throw e;
    }
  }
}
