package org.nightjar.openinference.internal.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nightjar.api.error.NightjarException;

/**
 * Element types of the protocol that are taken. All become single precision: what is larger becomes
 * infinite, and integers beyond 2^24 are rounded.
 */
enum Datatype {
  FP16(2, (bytes, at) -> Half.toFloat(bytes.getShort(at))),
  FP32(4, ByteBuffer::getFloat),
  FP64(8, (bytes, at) -> (float) bytes.getDouble(at)),
  INT8(1, Byte.MIN_VALUE, Byte.MAX_VALUE, ByteBuffer::get),
  INT16(2, Short.MIN_VALUE, Short.MAX_VALUE, ByteBuffer::getShort),
  INT32(4, Integer.MIN_VALUE, Integer.MAX_VALUE, ByteBuffer::getInt),
  INT64(8, Long.MIN_VALUE, Long.MAX_VALUE, ByteBuffer::getLong),
  UINT8(1, 0, 0xFF, (bytes, at) -> Byte.toUnsignedInt(bytes.get(at))),
  UINT16(2, 0, 0xFFFF, (bytes, at) -> Short.toUnsignedInt(bytes.getShort(at))),
  UINT32(4, 0, 0xFFFF_FFFFL, (bytes, at) -> Integer.toUnsignedLong(bytes.getInt(at)));

  /** Reads one element. */
  private interface Element {
    float at(ByteBuffer bytes, int position);
  }

  private final int size;
  private final boolean whole;
  private final long least;
  private final long most;
  private final Element element;

  Datatype(int size, Element element) {
    this(size, false, 0, 0, element);
  }

  Datatype(int size, long least, long most, Element element) {
    this(size, true, least, most, element);
  }

  Datatype(int size, boolean whole, long least, long most, Element element) {
    this.size = size;
    this.whole = whole;
    this.least = least;
    this.most = most;
    this.element = element;
  }

  /** The type of this name. */
  static Datatype named(String name, String place) throws NightjarException {
    for (Datatype type : values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw BadRequest.of(
        "datatype '" + name + "' is not taken", place, "Send one of " + Arrays.toString(values()));
  }

  /** Bytes of an element in binary data. */
  int size() {
    return size;
  }

  /** Numbers from little-endian bytes, whose count is a multiple of the size. */
  FloatBuffer decode(byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (this == FP32) {
      return from.asFloatBuffer();
    }
    float[] numbers = new float[bytes.length / size];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = element.at(from, i * size);
    }
    return FloatBuffer.wrap(numbers);
  }

  /** Refuses numbers from JSON that this type cannot hold. */
  void check(JsonNumbers numbers, String place) throws NightjarException {
    if (whole && (numbers.fractional() || numbers.least() < least || numbers.most() > most)) {
      throw BadRequest.of(
          "the data hold what is no " + name(), place, "Send whole numbers of its range, or FP32.");
    }
  }
}
