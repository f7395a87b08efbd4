package org.nightjar.api.inference;

import java.util.List;

/**
 * What an output of a model means.
 *
 * @param name name in the graph, or the name that the package gives to what it derives
 * @param shape extents for one sample, without the batch axis; -1 where they follow the sample's
 * @param kind {@code probability}, {@code logit}, {@code mask}, {@code latent}, {@code value},
 *     {@code set} (1 for each class that cannot be excluded, else 0) or {@code distance} (from the
 *     training data; larger is stranger)
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
