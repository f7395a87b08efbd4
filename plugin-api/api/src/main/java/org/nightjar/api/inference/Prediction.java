package org.nightjar.api.inference;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a model says of one sample.
 *
 * @param outputs tensors by output name, without the batch axis
 * @param notes what preprocessing had to do, such as padding; empty when the sample fitted
 * @param execution how the answer came about
 */
public record Prediction(Map<String, Tensor> outputs, List<String> notes, Execution execution) {
  /** Copies the collections. */
  public Prediction {
    outputs = Map.copyOf(outputs);
    notes = List.copyOf(notes);
  }

  /** A prediction about whose making no more is known than where, for tests. */
  public static Prediction of(Map<String, Tensor> outputs, List<String> notes, String device) {
    return new Prediction(
        outputs, notes, new Execution("", device, 1, Duration.ZERO, Duration.ZERO));
  }

  /** What ran it, such as {@code cpu} or {@code cuda:0}. */
  public String device() {
    return execution.device();
  }
}
