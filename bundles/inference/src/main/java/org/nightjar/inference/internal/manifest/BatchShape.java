package org.nightjar.inference.internal.manifest;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.preprocess.Preprocessing;
import org.nightjar.yaml.Value;

/** Shapes such as {@code [N, 63, 63, 3]}: the batch axis first, then one sample's extents. */
final class BatchShape {
  private static final int MOST_AXES = 5;
  private static final int MOST_NUMBERS = 1 << 26;

  private BatchShape() {}

  /** The extents behind the batch axis. */
  static List<Integer> read(Value value) throws NightjarException {
    List<Value> axes = value.list(MOST_AXES);
    if (axes.isEmpty() || axes.get(0).isNumber() || !axes.get(0).text().equals("N")) {
      throw value.wrong("a shape begins with the batch axis N", "Write it like [N, 64, 64, 3].");
    }
    List<Integer> extents = new ArrayList<>();
    long size = 1;
    for (Value axis : axes.subList(1, axes.size())) {
      int extent = axis.integer(1, Preprocessing.MOST_PIXELS);
      extents.add(extent);
      size = Math.min(MOST_NUMBERS + 1L, size * extent);
    }
    if (size > MOST_NUMBERS) {
      throw value.wrong("more than " + MOST_NUMBERS + " numbers for one sample", "");
    }
    return extents;
  }
}
