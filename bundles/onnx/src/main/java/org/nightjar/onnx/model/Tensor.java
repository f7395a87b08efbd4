package org.nightjar.onnx.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A tensor with its values: an initialiser, or what an attribute holds.
 *
 * @param name name in the graph; empty for attributes
 * @param type type of the elements
 * @param dims extents, slowest axis first; empty for a single number
 * @param data the elements, little-endian, row by row; empty for {@link ElementType#STRING}
 * @param unmodelled further protobuf fields as they were read, those of texts among them
 */
public record Tensor(String name, ElementType type, List<Long> dims, Bytes data, Bytes unmodelled) {

  /**
   * Refuses data that do not fill the extents.
   *
   * @throws IllegalArgumentException also for negative extents
   */
  public Tensor {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unmodelled, "unmodelled");
    dims = List.copyOf(dims);
    long wanted = type.bytes(elements(dims));
    if (data.size() != wanted) {
      throw new IllegalArgumentException(
          "tensor '" + name + "' of " + type + dims + " has " + data + ", not " + wanted);
    }
  }

  /** Single precision numbers. */
  public static Tensor floats(String name, float[] values, long... dims) {
    ByteBuffer bytes = room(values.length, Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return of(name, ElementType.FLOAT, bytes, dims);
  }

  /** 32-bit integers. */
  public static Tensor ints(String name, int[] values, long... dims) {
    ByteBuffer bytes = room(values.length, Integer.BYTES);
    bytes.asIntBuffer().put(values);
    return of(name, ElementType.INT32, bytes, dims);
  }

  /** 64-bit integers. */
  public static Tensor longs(String name, long[] values, long... dims) {
    ByteBuffer bytes = room(values.length, Long.BYTES);
    bytes.asLongBuffer().put(values);
    return of(name, ElementType.INT64, bytes, dims);
  }

  /** Elements of any type as bytes. */
  public static Tensor raw(String name, ElementType type, byte[] data, long... dims) {
    return of(name, type, ByteBuffer.wrap(data.clone()), dims);
  }

  private static Tensor of(String name, ElementType type, ByteBuffer bytes, long... dims) {
    return new Tensor(
        name, type, Arrays.stream(dims).boxed().toList(), Bytes.view(bytes), Bytes.EMPTY);
  }

  private static ByteBuffer room(int count, int size) {
    return ByteBuffer.allocate(Math.multiplyExact(count, size)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The product of extents.
   *
   * @throws IllegalArgumentException for a negative extent
   * @throws ArithmeticException beyond what a long holds
   */
  public static long elements(List<Long> dims) {
    long product = 1;
    for (long extent : dims) {
      if (extent < 0) {
        throw new IllegalArgumentException("the extent " + extent + " is negative");
      }
      product = Math.multiplyExact(product, extent);
    }
    return product;
  }

  /** How many elements. */
  public long elements() {
    return elements(dims);
  }

  /**
   * The elements of a {@link ElementType#FLOAT} tensor, copied.
   *
   * @throws IllegalStateException for other types
   */
  public float[] floats() {
    require(ElementType.FLOAT);
    float[] values = new float[data.size() / Float.BYTES];
    data.buffer().asFloatBuffer().get(values);
    return values;
  }

  /**
   * The elements of an {@link ElementType#INT32} tensor, copied.
   *
   * @throws IllegalStateException for other types
   */
  public int[] ints() {
    require(ElementType.INT32);
    int[] values = new int[data.size() / Integer.BYTES];
    data.buffer().asIntBuffer().get(values);
    return values;
  }

  /**
   * The elements of an {@link ElementType#INT64} tensor, copied.
   *
   * @throws IllegalStateException for other types
   */
  public long[] longs() {
    require(ElementType.INT64);
    long[] values = new long[data.size() / Long.BYTES];
    data.buffer().asLongBuffer().get(values);
    return values;
  }

  private void require(ElementType wanted) {
    if (type != wanted) {
      throw new IllegalStateException("tensor '" + name + "' is of " + type + ", not " + wanted);
    }
  }

  /** The same under another name. */
  public Tensor named(String other) {
    return new Tensor(other, type, dims, data, unmodelled);
  }
}
