package org.nightjar.inference.internal.preprocess;

import java.nio.FloatBuffer;
import org.nightjar.api.inference.Tensor;

/** Copies a box out of a tensor of any rank. */
final class Cutout {
  private final FloatBuffer from;
  private final int[] strides;
  private final int[] first;
  private final int[] shape;
  private final float[] values;
  private int filled;

  private Cutout(Tensor from, int[] first, int[] shape) {
    this.from = from.values();
    this.strides = strides(from.shape());
    this.first = first;
    this.shape = shape;
    int size = 1;
    for (int extent : shape) {
      size *= extent;
    }
    this.values = new float[size];
  }

  /**
   * The box.
   *
   * @param first index of its first element, axis by axis
   * @param shape its extents; it lies inside the tensor
   */
  static Tensor of(Tensor from, int[] first, int[] shape) {
    Cutout cutout = new Cutout(from, first, shape);
    if (cutout.values.length > 0) {
      cutout.copy(0, 0);
    }
    return Tensor.of(cutout.values, shape);
  }

  private void copy(int axis, int offset) {
    int start = offset + first[axis] * strides[axis];
    if (contiguous(axis)) {
      int count = shape[axis] * strides[axis];
      from.get(start, values, filled, count);
      filled += count;
      return;
    }
    for (int i = 0; i < shape[axis]; i++) {
      copy(axis + 1, start + i * strides[axis]);
    }
  }

  // Whether the axes behind this one are kept whole, so that a part of it lies in one piece.
  private boolean contiguous(int axis) {
    int inner = 1;
    for (int behind = axis + 1; behind < shape.length; behind++) {
      inner *= shape[behind];
    }
    return inner == strides[axis];
  }

  private static int[] strides(int[] shape) {
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape[axis];
    }
    return strides;
  }
}
