package org.nightjar.alerts.internal.avro;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;

/**
 * Reads Avro's binary encoding from bytes in memory. No length is believed beyond the bytes that
 * are left, so that a garbage length never costs memory.
 */
public final class ByteCursor {
  private static final int LONGEST_VARINT = 10;

  private final ByteBuffer bytes;
  private final String place;
  private final long base;

  /**
   * Reads what remains in the buffer.
   *
   * @param bytes big-endian or not: its order is not used
   * @param place file, for messages
   * @param base position in the file of the buffer's byte 0, for messages
   */
  public ByteCursor(ByteBuffer bytes, String place, long base) {
    this.bytes = bytes.duplicate();
    this.place = place;
    this.base = base;
  }

  /** Index in the buffer of the next byte. */
  public int position() {
    return bytes.position();
  }

  /** Bytes left. */
  public int remaining() {
    return bytes.remaining();
  }

  /** An error at the next byte. */
  public NightjarException corrupt(String message) {
    return Damage.corrupt(message, place + ", byte " + (base + bytes.position()));
  }

  private NightjarException ended(String what) {
    return corrupt("the packet ends within " + what);
  }

  /** One byte that must be 0 or 1. */
  public boolean readBoolean() throws NightjarException {
    if (!bytes.hasRemaining()) {
      throw ended("a boolean");
    }
    int value = bytes.get();
    if (value != 0 && value != 1) {
      throw corrupt("a boolean of " + value);
    }
    return value == 1;
  }

  /** A zigzag integer of up to 64 bits. */
  public long readLong() throws NightjarException {
    long value = 0;
    for (int i = 0; i < LONGEST_VARINT; i++) {
      if (!bytes.hasRemaining()) {
        throw ended("an integer");
      }
      long next = bytes.get();
      value |= (next & 0x7f) << (7 * i);
      if (next >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw corrupt("an integer longer than 64 bits");
  }

  /** A zigzag integer of up to 32 bits. */
  public long readInt() throws NightjarException {
    long value = readLong();
    if (value != (int) value) {
      throw corrupt("an integer of " + value + " where 32 bits are declared");
    }
    return value;
  }

  /** Single precision, little-endian. */
  public float readFloat() throws NightjarException {
    if (bytes.remaining() < Float.BYTES) {
      throw ended("a float");
    }
    return Float.intBitsToFloat(Integer.reverseBytes(bytes.getInt()));
  }

  /** Double precision, little-endian. */
  public double readDouble() throws NightjarException {
    if (bytes.remaining() < Double.BYTES) {
      throw ended("a double");
    }
    return Double.longBitsToDouble(Long.reverseBytes(bytes.getLong()));
  }

  /** Bytes of a declared length: a view, not a copy. */
  public ByteBuffer readBytes() throws NightjarException {
    return readFixed(readLong());
  }

  /** So many bytes: a view, not a copy. */
  public ByteBuffer readFixed(long length) throws NightjarException {
    if (length < 0 || length > bytes.remaining()) {
      throw corrupt("a length of " + length + " with " + bytes.remaining() + " bytes left");
    }
    ByteBuffer view = bytes.slice(bytes.position(), (int) length);
    bytes.position(bytes.position() + (int) length);
    return view.asReadOnlyBuffer();
  }

  /** Text in UTF-8. */
  public String readString() throws NightjarException {
    ByteBuffer text = readBytes();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
    } catch (CharacterCodingException e) {
      throw Damage.corrupt("text that is not UTF-8", place + ", byte " + (base + position()), e);
    }
  }
}
