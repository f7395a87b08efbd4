package org.nightjar.inference.internal.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * Walks over the bytes of protobuf messages. Nothing is read beyond the end it is given, and no
 * length in the file makes it allocate anything.
 */
final class Protobuf {
  /** The wire type of bytes that are preceded by their length. */
  static final int BYTES = 2;

  private static final int LONGEST_TEXT = 256;

  private final Path file;
  private final ByteBuffer bytes;

  Protobuf(Path file, ByteBuffer bytes) {
    this.file = file;
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The end of everything. */
  int limit() {
    return bytes.limit();
  }

  /** Whether there is something before an end. */
  boolean before(int end) {
    return bytes.position() < end;
  }

  int position() {
    return bytes.position();
  }

  /** Goes somewhere, usually behind a message that was read only in part. */
  void go(int position) {
    bytes.position(position);
  }

  /** Reads a length and gives the position behind what has it. */
  int stop(int end) throws NightjarException {
    long length = varint(end);
    if (length < 0 || length > end - bytes.position()) {
      throw truncated();
    }
    return bytes.position() + (int) length;
  }

  /** Skips a value that is not of the wire type {@link #BYTES}. */
  void skip(int wire, int end) throws NightjarException {
    switch (wire) {
      case 0 -> varint(end);
      case 1 -> advance(8, end);
      case 5 -> advance(4, end);
      default -> throw noProtobuf();
    }
  }

  /** A whole number of the wire type 0. */
  long varint(int end) throws NightjarException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (bytes.position() >= end) {
        throw truncated();
      }
      byte next = bytes.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw noProtobuf();
  }

  /**
   * Whole numbers of a repeated field: one, or as many as are packed up to a position.
   *
   * @param wire 0 or {@link #BYTES}
   */
  void integers(int wire, int stop, List<Long> numbers, int most) throws NightjarException {
    while (wire == 0 || before(stop)) {
      if (numbers.size() == most) {
        throw refused("a list has more than " + most + " numbers, where so many make no sense");
      }
      numbers.add(varint(stop));
      if (wire == 0) {
        return;
      }
    }
  }

  /** A single-precision number of four bytes. */
  float fixedFloat(int end) throws NightjarException {
    advance(4, end);
    return bytes.getFloat(bytes.position() - 4);
  }

  /** A whole number of eight bytes. */
  long fixedLong(int end) throws NightjarException {
    advance(8, end);
    return bytes.getLong(bytes.position() - 8);
  }

  /** Text up to a position, its beginning if it is long. */
  String text(int stop) {
    byte[] text = new byte[Math.min(LONGEST_TEXT, stop - bytes.position())];
    bytes.get(text);
    bytes.position(stop);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** The file is refused for a reason. */
  NightjarException refused(String message) {
    return NightjarException.of(
        StandardError.MODEL_REFUSED,
        message,
        file.toString(),
        "Export the model again as one self-contained ONNX file, and copy it whole.");
  }

  private void advance(int count, int end) throws NightjarException {
    if (count > end - bytes.position()) {
      throw truncated();
    }
    bytes.position(bytes.position() + count);
  }

  private NightjarException truncated() {
    return refused("the file ends, or a length in it is wrong, at byte " + bytes.position());
  }

  private NightjarException noProtobuf() {
    return refused("byte " + bytes.position() + " is not protobuf: this is not an ONNX model");
  }
}
