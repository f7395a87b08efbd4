package org.nightjar.onnx.internal.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.model.Bytes;

/** The numbers of one field of a tensor, in the order in which they lie in the file. */
public final class Numbers {
  /** How single numbers of the type float are stored. */
  public static final int FIXED32 = 5;

  /** How single numbers of the type double are stored. */
  public static final int FIXED64 = 1;

  /** How single whole numbers are stored. */
  public static final int VARINT = 0;

  private final Source source;
  private final Pieces pieces = new Pieces();
  private int first = -1;

  Numbers(Source source) {
    this.source = source;
  }

  void add(int from, int to) {
    if (first < 0) {
      first = from;
    }
    pieces.add(from, to);
  }

  /** Whether the field is not there. */
  public boolean isEmpty() {
    return first < 0;
  }

  /** Numbers of fixed size, as they are. */
  public Bytes fixed() {
    return pieces.join(source);
  }

  /**
   * Whole numbers, each made so many bytes wide; the low bytes of what is stored.
   *
   * @param size 1, 2, 4 or 8
   * @param least least number that may be there
   * @param most most
   */
  public Bytes varints(int size, long least, long most) throws NightjarException {
    Bytes packed = pieces.join(source);
    long bytes = (long) count(packed) * size;
    source.countUnpacked(bytes, Math.max(0, first));
    ByteBuffer wide = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer each = packed.buffer();
    while (wide.hasRemaining()) {
      long value = next(each);
      if (value < least || value > most) {
        throw source.refused("the number " + value + " does not fit its type", first);
      }
      put(wide, value, size);
    }
    return Bytes.view(wide.flip());
  }

  private static void put(ByteBuffer target, long value, int size) {
    switch (size) {
      case 1 -> target.put((byte) value);
      case 2 -> target.putShort((short) value);
      case 4 -> target.putInt((int) value);
      default -> target.putLong(value);
    }
  }

  /** Its last byte is known to be there. */
  private long next(ByteBuffer packed) throws NightjarException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = packed.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw source.refused("a number has more than 64 bits", first);
  }

  private int count(Bytes packed) throws NightjarException {
    ByteBuffer each = packed.buffer();
    int count = 0;
    byte last = 0;
    while (each.hasRemaining()) {
      last = each.get();
      if (last >= 0) {
        count++;
      }
    }
    if (last < 0) {
      throw source.refused("a list of numbers ends within one", first);
    }
    return count;
  }
}
