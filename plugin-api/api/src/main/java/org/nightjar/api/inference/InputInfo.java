package org.nightjar.api.inference;

import java.util.List;

/**
 * An input of a model's network.
 *
 * @param name name in the graph
 * @param shape extents for one sample, without the batch axis; -1 where a sample may choose
 * @param channels names of the channels that make it up, in the network's order; a sample carries
 *     each by this name
 */
public record InputInfo(String name, List<Integer> shape, List<String> channels) {
  /** Copies the collections. */
  public InputInfo {
    shape = List.copyOf(shape);
    channels = List.copyOf(channels);
  }
}
