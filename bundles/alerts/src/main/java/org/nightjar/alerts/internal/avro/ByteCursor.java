package org.nightjar.alerts.internal.avro;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

  /** Values that take no bytes must not be counted into the billions. */
  private static final int FREE_STEPS = 1 << 18;

  private final ByteBuffer bytes;
  private final String place;
  private final long base;
  private long stepsLeft;

  /**
   * Reads what remains in the buffer.
   *
   * @param bytes big-endian or not: its order is not used
   * @param place file, for messages
   * @param base position in the file of the buffer's byte 0, for messages
   */
  public ByteCursor(ByteBuffer bytes, String place, long base) {
    this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    this.place = place;
    this.base = base;
    this.stepsLeft = FREE_STEPS + 2L * bytes.remaining();
  }

  /** Index in the buffer of the next byte. */
  public int position() {
    return bytes.position();
  }

  /** Bytes left. */
  public int remaining() {
    return bytes.remaining();
  }

  /** A view of the bytes from one index to another. */
  public ByteBuffer view(int from, int to) {
    return bytes.slice(from, to - from).asReadOnlyBuffer();
  }

  /** An error at the next byte. */
  public NightjarException corrupt(String message) {
    return Damage.corrupt(message, place + ", byte " + (base + bytes.position()));
  }

  private NightjarException ended(String what) {
    return corrupt("the packet ends within " + what);
  }

  /**
   * Counts a value about to be read.
   *
   * @throws NightjarException CORRUPT if there were far more of them than there are bytes: a schema
   *     of empty records within empty records is endless work for no bytes at all
   */
  public void step() throws NightjarException {
    if (--stepsLeft < 0) {
      throw corrupt("more values than its bytes can hold");
    }
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

  /** The index of a union's branch or an enum's symbol. */
  public int readIndex(int count, String what) throws NightjarException {
    long index = readInt();
    if (index < 0 || index >= count) {
      throw corrupt(what + " " + index + " of " + count);
    }
    return (int) index;
  }

  /** Single precision, little-endian. */
  public float readFloat() throws NightjarException {
    if (bytes.remaining() < Float.BYTES) {
      throw ended("a float");
    }
    return bytes.getFloat();
  }

  /** Double precision, little-endian. */
  public double readDouble() throws NightjarException {
    if (bytes.remaining() < Double.BYTES) {
      throw ended("a double");
    }
    return bytes.getDouble();
  }

  /** Bytes of a declared length: a view, not a copy. */
  public ByteBuffer readBytes() throws NightjarException {
    return readFixed(readLong());
  }

  /** So many bytes: a view, not a copy. */
  public ByteBuffer readFixed(long length) throws NightjarException {
    int from = bytes.position();
    skip(length);
    return view(from, bytes.position());
  }

  /** Passes so many bytes by. */
  public void skip(long length) throws NightjarException {
    if (length < 0 || length > bytes.remaining()) {
      throw corrupt("a length of " + length + " with " + bytes.remaining() + " bytes left");
    }
    bytes.position(bytes.position() + (int) length);
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
