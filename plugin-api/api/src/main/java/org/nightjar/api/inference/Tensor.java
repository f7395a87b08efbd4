package org.nightjar.api.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Numbers in single precision with a shape, last axis fastest. Immutable as far as this class goes:
 * the buffer handed in must not be changed afterwards, the one handed out is read-only.
 */
public final class Tensor {
  private final int[] shape;
  private final FloatBuffer values;

  private Tensor(FloatBuffer values, int[] shape) {
    this.values = values;
    this.shape = shape;
  }

  /**
   * Numbers from a buffer's position to its limit, without a copy.
   *
   * @throws IllegalArgumentException if their count is not the product of the shape
   */
  public static Tensor of(FloatBuffer values, int... shape) {
    long size = 1;
    for (int extent : shape) {
      if (extent < 0) {
        throw new IllegalArgumentException("negative extent in shape " + Arrays.toString(shape));
      }
      size = Math.multiplyExact(size, (long) extent);
    }
    if (size != values.remaining()) {
      throw new IllegalArgumentException(
          values.remaining() + " values do not fill shape " + Arrays.toString(shape));
    }
    return new Tensor(values.slice().asReadOnlyBuffer(), shape.clone());
  }

  /** Numbers of an array, without a copy. */
  public static Tensor of(float[] values, int... shape) {
    return of(FloatBuffer.wrap(values), shape);
  }

  /**
   * An unfilled direct buffer in native order, for numbers that go on to a device without a further
   * copy.
   */
  public static FloatBuffer allocate(int size) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  /** Extents, slowest axis first; empty for a single number. */
  public int[] shape() {
    return shape.clone();
  }

  /** How many numbers. */
  public int size() {
    return values.limit();
  }

  /** The numbers: a fresh read-only view at position 0. */
  public FloatBuffer values() {
    return values.duplicate();
  }

  /** The number at a flat index. */
  public float at(int index) {
    return values.get(index);
  }

  @Override
  public String toString() {
    return "Tensor" + Arrays.toString(shape);
  }
}
