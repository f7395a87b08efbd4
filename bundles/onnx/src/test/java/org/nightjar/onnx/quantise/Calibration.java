package org.nightjar.onnx.quantise;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.Engine;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Tensor;

/** Runs a network on typical inputs, so that its values can be watched. */
final class Calibration {
  private Calibration() {}

  static OnnxModel int8(OnnxModel model, QuantiserOptions options, List<Map<String, Tensor>> inputs)
      throws OrtException, NightjarException {
    return int8(model, options, inputs, Ranges.extremes());
  }

  static OnnxModel int8(
      OnnxModel model, QuantiserOptions options, List<Map<String, Tensor>> inputs, Ranges ranges)
      throws OrtException, NightjarException {
    Quantiser quantiser = Quantiser.of(model, options);
    try (Engine engine = Engine.load(quantiser.probe())) {
      for (Map<String, Tensor> input : inputs) {
        Map<String, Tensor> outputs = engine.run(input);
        for (String value : quantiser.observed()) {
          Tensor seen = input.containsKey(value) ? input.get(value) : outputs.get(value);
          ranges.observe(value, seen.data().buffer().asFloatBuffer());
        }
      }
    }
    return quantiser.quantise(ranges);
  }
}
