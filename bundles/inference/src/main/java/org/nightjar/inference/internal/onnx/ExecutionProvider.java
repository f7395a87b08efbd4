package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** How sessions are put on one kind of accelerator. */
interface ExecutionProvider {
  /** Name of the device, such as {@code cuda:0}. */
  String device();

  /** What messages call it. */
  String title();

  /** The arenas of a session that can be shrunk, as the engine's run option wants them. */
  String arenas();

  /**
   * Switches it on for a session.
   *
   * @throws OrtException if it is not there; that it is there does not mean that it works
   */
  void addTo(OrtSession.SessionOptions options) throws OrtException;
}
