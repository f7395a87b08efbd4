package org.nightjar.api.inference;

import java.util.Map;

/**
 * One thing to be judged by a model: what its channels see, raw. Scaling, cropping, padding and
 * channel order are the model package's business and done by the platform, so that no task can get
 * them wrong.
 *
 * @param channels tensors by the channel names that the model declares: images as {@code [height,
 *     width]} in any size, NaN where blank; numbers as {@code []}
 */
public record Sample(Map<String, Tensor> channels) {
  /** Copies the map. */
  public Sample {
    channels = Map.copyOf(channels);
  }
}
