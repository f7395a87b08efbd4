package org.nightjar.inference.internal.preprocess;

import java.util.List;

/**
 * An input of a network, and how a sample becomes it.
 *
 * @param name name in the graph
 * @param shape extents for one sample, without the batch axis
 * @param layout how channels lie in it
 * @param channels channel names, in the order of the network
 * @param steps preprocessing of each channel, in order
 */
public record InputSpec(
    String name, List<Integer> shape, Layout layout, List<String> channels, List<Step> steps) {
  /** Copies the lists. */
  public InputSpec {
    shape = List.copyOf(shape);
    channels = List.copyOf(channels);
    steps = List.copyOf(steps);
  }

  /** How many numbers one sample has. */
  public int size() {
    int size = 1;
    for (int extent : shape) {
      size = Math.multiplyExact(size, extent);
    }
    return size;
  }

  /** Height that each channel must have after the last step. */
  public int rows() {
    return switch (layout) {
      case CHANNELS_FIRST -> shape.get(1);
      case CHANNELS_LAST, SINGLE -> shape.get(0);
      case FEATURES -> 1;
    };
  }

  /** Width that each channel must have after the last step. */
  public int columns() {
    return switch (layout) {
      case CHANNELS_FIRST -> shape.get(2);
      case CHANNELS_LAST, SINGLE -> shape.get(1);
      case FEATURES -> 1;
    };
  }
}
