package org.nightjar.api.inference;

import java.util.List;
import java.util.Map;

/**
 * What a model says of one sample.
 *
 * @param outputs tensors by output name, without the batch axis
 * @param notes what preprocessing had to do, such as padding; empty when the sample fitted
 * @param device what ran it, such as {@code cpu} or {@code cuda:0}
 */
public record Prediction(Map<String, Tensor> outputs, List<String> notes, String device) {
  /** Copies the collections. */
  public Prediction {
    outputs = Map.copyOf(outputs);
    notes = List.copyOf(notes);
  }
}
