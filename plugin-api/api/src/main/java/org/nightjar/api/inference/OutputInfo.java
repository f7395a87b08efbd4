package org.nightjar.api.inference;

import java.util.List;

/**
 * What an output of a model means.
 *
 * @param name name in the graph
 * @param shape extents for one sample, without the batch axis
 * @param kind {@code probability}, {@code logit}, {@code mask}, {@code latent} or {@code value}
 * @param meaning what it says, in words
 * @param classes names of its elements, for class probabilities; empty otherwise
 */
public record OutputInfo(
    String name, List<Integer> shape, String kind, String meaning, List<String> classes) {
  /** Copies the collections. */
  public OutputInfo {
    shape = List.copyOf(shape);
    classes = List.copyOf(classes);
  }
}
