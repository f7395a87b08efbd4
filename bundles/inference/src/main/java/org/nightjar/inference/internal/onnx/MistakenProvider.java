package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * An accelerator whose settings make no sense: networks run on the processor, and say why, instead
 * of not at all.
 *
 * @param device its name
 * @param mistake what is wrong
 */
record MistakenProvider(String device, String mistake) implements ExecutionProvider {
  @Override
  public String title() {
    return "inference.device " + device;
  }

  @Override
  public String arenas() {
    return "";
  }

  @Override
  public void addTo(OrtSession.SessionOptions options) throws OrtException {
    throw new OrtException(mistake);
  }
}
