package org.nightjar.api.inference;

import java.util.Map;

/**
 * One thing to be judged by a model: what its channels see, raw. Scaling, cropping, padding and
 * channel order are the model package's business and done by the platform, so that no task can get
 * them wrong. Whoever does all of that himself, such as a translator that came with the network,
 * hands in {@link #prepared} inputs instead.
 *
 * @param channels tensors by the channel names that the model declares: images as {@code [height,
 *     width]} in any size, NaN where blank; numbers as {@code []}
 * @param inputs tensors by the names of the network's inputs, in its own shape without the batch
 *     axis, all finite; empty for a sample of raw channels
 */
public record Sample(Map<String, Tensor> channels, Map<String, Tensor> inputs) {
  /** Copies the maps; one of the two is empty. */
  public Sample {
    channels = Map.copyOf(channels);
    inputs = Map.copyOf(inputs);
    if (!channels.isEmpty() && !inputs.isEmpty()) {
      throw new IllegalArgumentException("a sample has raw channels or prepared inputs, not both");
    }
  }

  /** A sample of raw channels. */
  public Sample(Map<String, Tensor> channels) {
    this(channels, Map.of());
  }

  /** A sample that is ready for the network: nothing is done to it. */
  public static Sample prepared(Map<String, Tensor> inputs) {
    return new Sample(Map.of(), inputs);
  }
}
