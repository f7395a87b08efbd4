package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;

/**
 * Whatever card Vulkan finds, if the engine's core was built with WebGPU.
 *
 * @param options the operator's settings
 */
record WebGpuProvider(Map<String, String> options) implements ExecutionProvider {
  /** Copies the options. */
  WebGpuProvider {
    options = Map.copyOf(options);
  }

  @Override
  public String device() {
    return "webgpu";
  }

  @Override
  public String title() {
    return "WebGPU";
  }

  @Override
  public String arenas() {
    return "cpu:0"; // its buffers on the card are not in an arena, and naming one fails the run
  }

  @Override
  public void addTo(OrtSession.SessionOptions session) throws OrtException {
    // In 1.29.0 it takes a convolution and the function behind it together, and then the next
    // function in the place of the first: a sigmoid of a rectifier came out as a sigmoid.
    session.addConfigEntry("optimization.disable_specified_optimizers", "ConvActivationFusion");
    session.addWebGPU(options);
  }
}
