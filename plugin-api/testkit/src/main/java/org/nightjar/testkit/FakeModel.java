package org.nightjar.testkit;

import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.InputInfo;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.osgi.annotation.versioning.ConsumerType;

/** What stands for a model in tests: a function from a sample to what the model says of it. */
@ConsumerType
@FunctionalInterface
public interface FakeModel {

  /** Answers for one sample, or fails as the inference service would. */
  Prediction predict(Sample sample) throws NightjarException;

  /** A model that says the same number of everything. */
  static FakeModel always(String output, float value) {
    return sample ->
        Prediction.of(Map.of(output, Tensor.of(new float[] {value}, 1)), List.of(), "cpu");
  }

  /** Describes a model with one output, a probability. */
  static ModelInfo info(String id, String task, String output, List<String> channels) {
    OutputInfo probability =
        new OutputInfo(output, List.of(1), "probability", "made up for a test", List.of());
    return new ModelInfo(
        id,
        "1.0.0",
        "0".repeat(64),
        task,
        "float32",
        List.of(new InputInfo("input", List.of(channels.size(), -1, -1), channels)),
        List.of(probability),
        Map.of());
  }
}
