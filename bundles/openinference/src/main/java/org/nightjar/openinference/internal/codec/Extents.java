package org.nightjar.openinference.internal.codec;

import java.util.Arrays;
import org.nightjar.api.error.NightjarException;

/** Bounds of shapes that clients name. */
final class Extents {
  /** Most axes of a tensor, the batch axis among them. */
  static final int MOST_RANK = 8;

  private Extents() {}

  /** How many elements there are; a shape of none, or of more than an array holds, is refused. */
  static int product(int[] shape, String place) throws NightjarException {
    long product = 1;
    for (int extent : shape) {
      product *= extent; // at most 2^62: it was at most 2^31 before
      if (product <= 0 || product > Integer.MAX_VALUE) {
        throw BadRequest.of(
            "shape "
                + Arrays.toString(shape)
                + (product <= 0 ? " has no element" : " has too many elements"),
            place,
            "");
      }
    }
    return (int) product;
  }
}
