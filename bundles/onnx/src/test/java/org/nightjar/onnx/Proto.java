package org.nightjar.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Protobuf messages by hand, so that tests can write what the library's own writer never would. */
final class Proto {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  static Proto empty() {
    return new Proto();
  }

  /** A model around a graph. */
  static byte[] model(Proto graph) {
    return empty().number(1, 8).message(7, graph).message(8, empty().number(2, 17)).bytes();
  }

  Proto number(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  Proto text(int field, String value) {
    return data(field, value.getBytes(StandardCharsets.UTF_8));
  }

  Proto message(int field, Proto inner) {
    return data(field, inner.bytes());
  }

  Proto data(int field, byte... value) {
    length(field, value.length);
    bytes.writeBytes(value);
    return this;
  }

  /** The beginning of a field of this length, without what it holds. */
  Proto length(int field, long length) {
    varint(((long) field << 3) | 2);
    varint(length);
    return this;
  }

  Proto real(int field, float value) {
    varint(((long) field << 3) | 5);
    int bits = Float.floatToIntBits(value);
    return raw(bits, bits >> 8, bits >> 16, bits >> 24);
  }

  Proto raw(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }
}
