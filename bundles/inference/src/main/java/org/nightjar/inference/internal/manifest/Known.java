package org.nightjar.inference.internal.manifest;

import java.util.List;
import java.util.Optional;
import org.nightjar.inference.internal.trust.Vectors;

/**
 * What a manifest says of an output from which others are derived.
 *
 * @param kind its kind
 * @param shape its extents, if they are declared
 * @param vectors which of its elements belong together, if that is known
 */
record Known(String kind, Optional<List<Integer>> shape, Optional<Vectors> vectors) {
  static Known of(OutputSpec output) {
    boolean map =
        output.kind().equals("mask")
            || output.shape().map(shape -> !Vectors.ALL.fits(shape)).orElse(false);
    return new Known(
        output.kind(), output.shape(), map ? Optional.empty() : Optional.of(Vectors.ALL));
  }
}
