package org.nightjar.inference.internal.onnx;

import java.util.List;
import org.nightjar.api.error.NightjarException;

/** Sizes that a file asks for. */
final class Extents {
  /** Shapes of more axes than this are not of this world. */
  static final int MOST_AXES = 64;

  /** Most numbers of one tensor: 2^48, more than any machine holds and far from overflow. */
  private static final long MOST = 1L << 48;

  private Extents() {}

  /**
   * How many numbers a shape has.
   *
   * @param whose for the message
   */
  static long count(Protobuf file, String whose, List<Long> shape) throws NightjarException {
    long count = 1;
    boolean empty = false;
    for (long extent : shape) {
      if (extent < 0) {
        throw file.refused(whose + " have the shape " + shape);
      }
      empty |= extent == 0;
      if (extent > MOST || count > MOST / Math.max(1, extent)) {
        throw file.refused(whose + " have the absurd shape " + shape);
      }
      count *= Math.max(1, extent);
    }
    return empty ? 0 : count;
  }
}
