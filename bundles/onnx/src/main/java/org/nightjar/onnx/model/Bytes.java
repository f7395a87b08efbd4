package org.nightjar.onnx.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes that never change, compared by content. */
public final class Bytes {
  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(ByteBuffer.allocate(0));

  private final ByteBuffer bytes;

  private Bytes(ByteBuffer bytes) {
    this.bytes = bytes.slice().asReadOnlyBuffer();
  }

  /** A copy of an array. */
  public static Bytes copyOf(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(ByteBuffer.wrap(bytes.clone()));
  }

  /**
   * The bytes from position to limit, without a copy. Whoever else can write to them must not do so
   * any more.
   */
  public static Bytes view(ByteBuffer bytes) {
    return bytes.hasRemaining() ? new Bytes(bytes) : EMPTY;
  }

  /** How many there are. */
  public int size() {
    return bytes.limit();
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return size() == 0;
  }

  /** All of them, for reading, little-endian as everything in ONNX is. */
  public ByteBuffer buffer() {
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A copy. */
  public byte[] toArray() {
    byte[] copy = new byte[size()];
    buffer().get(copy);
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && bytes.equals(that.bytes);
  }

  @Override
  public int hashCode() {
    return bytes.hashCode();
  }

  @Override
  public String toString() {
    return size() + " bytes";
  }
}
