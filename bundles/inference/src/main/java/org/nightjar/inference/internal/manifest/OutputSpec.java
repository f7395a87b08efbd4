package org.nightjar.inference.internal.manifest;

import java.util.List;
import java.util.Optional;

/**
 * An output of a network, as the manifest declares it.
 *
 * @param name name in the graph
 * @param meaning what it says, in words
 * @param kind {@code probability}, {@code logit}, {@code mask}, {@code latent} or {@code value}
 * @param classes names of its elements; empty if it has none
 * @param shape extents for one sample, without the batch axis, -1 where they follow the sample's;
 *     empty to take the graph's
 * @param axes for each extent of the shape its name if it is open, else empty; such axes are those
 *     that {@link org.nightjar.inference.internal.preprocess.Frame#crop} cuts back
 */
public record OutputSpec(
    String name,
    String meaning,
    String kind,
    List<String> classes,
    Optional<List<Integer>> shape,
    List<String> axes) {
  /** Copies the lists. */
  public OutputSpec {
    classes = List.copyOf(classes);
    shape = shape.map(List::copyOf);
    axes = List.copyOf(axes);
  }

  /** Whether an extent follows the sample's. */
  public boolean isOpen() {
    return axes.stream().anyMatch(axis -> !axis.isEmpty());
  }
}
