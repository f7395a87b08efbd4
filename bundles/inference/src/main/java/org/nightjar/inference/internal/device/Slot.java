package org.nightjar.inference.internal.device;

import java.util.List;

/**
 * Room for one input or output of one sample.
 *
 * @param name name in the graph
 * @param shape extents without the batch axis
 */
public record Slot(String name, List<Integer> shape) {
  /** Copies the shape. */
  public Slot {
    shape = List.copyOf(shape);
  }

  /** How many numbers. */
  public int size() {
    int size = 1;
    for (int extent : shape) {
      size = Math.multiplyExact(size, extent);
    }
    return size;
  }

  /** The shape of several samples in one tensor. */
  public long[] batch(int samples) {
    long[] batch = new long[shape.size() + 1];
    batch[0] = samples;
    for (int i = 0; i < shape.size(); i++) {
      batch[i + 1] = shape.get(i);
    }
    return batch;
  }
}
