package org.nightjar.openinference.internal.codec;

import java.util.List;
import org.nightjar.api.inference.Tensor;

/**
 * An output of all samples of a request.
 *
 * @param name its name
 * @param samples the tensor of each sample, in their order, of one shape; at least one
 * @param binary whether it goes as bytes behind the JSON
 */
public record OutputTensor(String name, List<Tensor> samples, boolean binary) {
  /** Copies the list. */
  public OutputTensor {
    samples = List.copyOf(samples);
  }

  /** The numbers of all samples together. */
  long size() {
    return (long) samples.size() * samples.get(0).size();
  }
}
