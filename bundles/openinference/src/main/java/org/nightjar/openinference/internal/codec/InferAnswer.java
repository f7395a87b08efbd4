package org.nightjar.openinference.internal.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer before it is written.
 *
 * @param model name of the model
 * @param version the version that answered
 * @param id what the client called the request
 * @param parameters texts and whole numbers, in order
 * @param outputs the outputs in the order in which they are told
 */
public record InferAnswer(
    String model,
    String version,
    Optional<String> id,
    Map<String, Object> parameters,
    List<OutputTensor> outputs) {
  /** Copies the collections. */
  public InferAnswer {
    parameters = new LinkedHashMap<>(parameters);
    outputs = List.copyOf(outputs);
  }
}
