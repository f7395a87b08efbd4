package org.nightjar.openinference.internal.codec;

import java.util.List;
import java.util.Optional;

/**
 * A request as it was read.
 *
 * @param id what the client calls it; told in the answer
 * @param inputs at least one, no two of one name
 * @param outputs what is wanted; empty for all
 * @param binary whether outputs that are not asked for one by one are wanted as bytes
 * @param parameters what else the client said
 */
public record InferRequest(
    Optional<String> id,
    List<InputTensor> inputs,
    List<OutputWish> outputs,
    boolean binary,
    Parameters parameters) {
  /** Copies the lists. */
  public InferRequest {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
