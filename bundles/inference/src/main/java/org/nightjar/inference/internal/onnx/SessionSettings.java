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
      // A second plan of memory for every batch size: it doubled what a U-Net held, and its runs
      // were no faster. On CUDA it leaked gigabytes when one session ran in changing threads.
      options.setMemoryPatternOptimization(false);
      return options;
    } catch (OrtException e) {
      options.close();
      throw e;
    }
  }

  /**
   * Options for small inputs on the processor; to be closed. With a plan a run takes its memory at
   * once, without one value by value from an arena that all runs share: two runs of a 171,000
   * parameter network at a time then waited for each other and took an eighth longer.
   */
  static OrtSession.SessionOptions planned() throws OrtException {
    OrtSession.SessionOptions options = onProcessor();
    try {
      options.setMemoryPatternOptimization(true);
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
      provider.addTo(options);
      return options;
    } catch (OrtException e) {
      options.close();
      throw e;
    }
  }
}
