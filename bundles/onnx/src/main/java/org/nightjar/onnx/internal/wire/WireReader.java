package org.nightjar.onnx.internal.wire;

import java.nio.ByteBuffer;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.model.Bytes;

/**
 * Walks the fields of one protobuf message. No length is believed before it is compared with the
 * bytes that are there; every refusal names the byte.
 *
 * <p>Source of the format: "Encoding", the Protocol Buffers documentation.
 */
public final class WireReader {
  /** Deepest nesting of messages. */
  public static final int DEEPEST = 64;

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private final Source source;
  private final int start;
  private final int end;
  private final int depth;
  private final Pieces kept = new Pieces();
  private int tag;
  private int position;
  private int field;
  private int wire;
  private long seen;

  private WireReader(Source source, int start, int end, int depth) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.depth = depth;
    this.position = start;
  }

  /** The outermost message of a file. */
  public static WireReader over(ByteBuffer bytes, String place) {
    Source source = new Source(bytes, place);
    return new WireReader(source, 0, source.length(), 0);
  }

  /** The same message from its beginning, with nothing kept. */
  public WireReader again() {
    return new WireReader(source, start, end, depth);
  }

  /** Goes on to the next field; its value must be taken, kept or skipped before the one after. */
  public boolean next() throws NightjarException {
    tag = position;
    if (position == end) {
      return false;
    }
    long number = rawVarint();
    wire = (int) (number & 7);
    field = (int) (number >>> 3);
    if (number >>> 32 != 0 || field == 0) {
      throw refused("this is not protobuf");
    }
    return true;
  }

  /** The field's number. */
  public int field() {
    return field;
  }

  /** Says that the field may be there once: a second one would silently replace the first. */
  public WireReader once() throws NightjarException {
    long bit = 1L << field;
    if ((seen & bit) != 0) {
      throw refused("field " + field + " is there twice");
    }
    seen |= bit;
    return this;
  }

  /** A whole number. */
  public long varint() throws NightjarException {
    require(wire == VARINT);
    return rawVarint();
  }

  /** A real number of single precision. */
  public float real() throws NightjarException {
    require(wire == FIXED32);
    int at = position;
    advance(Float.BYTES);
    return source.bytes(at, position).buffer().getFloat();
  }

  /** Adds a whole number, or several that lie packed together. */
  public void longs(List<Long> values) throws NightjarException {
    if (wire == LENGTH) {
      int stop = stop();
      WireReader packed = new WireReader(source, position, stop, depth);
      while (packed.position < stop) {
        source.countItems(1, packed.position);
        values.add(packed.rawVarint());
      }
      position = stop;
    } else {
      source.countItems(1, position);
      values.add(varint());
    }
  }

  /** Adds a real number, or several that lie packed together. */
  public void reals(List<Float> values) throws NightjarException {
    if (wire == LENGTH) {
      Bytes packed = bytes();
      if (packed.size() % Float.BYTES != 0) {
        throw refused("a list of numbers ends within one");
      }
      source.countItems(packed.size() / Float.BYTES, tag);
      ByteBuffer each = packed.buffer();
      while (each.hasRemaining()) {
        values.add(each.getFloat());
      }
    } else {
      source.countItems(1, position);
      values.add(real());
    }
  }

  /** Bytes, without a copy. */
  public Bytes bytes() throws NightjarException {
    require(wire == LENGTH);
    int stop = stop();
    Bytes found = source.bytes(position, stop);
    position = stop;
    return found;
  }

  /** A text. */
  public String text() throws NightjarException {
    source.countItems(1, position);
    return Utf8.decode(bytes()).orElseThrow(() -> refused("a name is not UTF-8"));
  }

  /** A message within this one. */
  public WireReader message() throws NightjarException {
    WireReader inner = look();
    position = inner.end;
    return inner;
  }

  /** A message within this one, which is left to be kept. */
  public WireReader look() throws NightjarException {
    source.countItems(1, position);
    require(wire == LENGTH);
    if (depth == DEEPEST) {
      throw refused("messages are nested deeper than " + DEEPEST);
    }
    int at = position;
    int stop = stop();
    WireReader inner = new WireReader(source, position, stop, depth + 1);
    position = at;
    inner.tag = inner.position;
    return inner;
  }

  /** Keeps the field as it stands. */
  public void keep() throws NightjarException {
    skip();
    kept.add(tag, position);
  }

  /** All fields kept so far. */
  public Bytes kept() {
    return kept.join(source);
  }

  /** Passes the field by. */
  public void skip() throws NightjarException {
    switch (wire) {
      case VARINT -> rawVarint();
      case FIXED64 -> advance(8);
      case FIXED32 -> advance(4);
      case LENGTH -> position = stop();
      default -> throw refused("this is not protobuf");
    }
  }

  /** Numbers of a tensor, as they lie in the file. */
  public Numbers numbers() {
    return new Numbers(source);
  }

  /** Adds the value of the field, packed or single, to numbers of a tensor. */
  public void addTo(Numbers numbers, int packedWire) throws NightjarException {
    require(wire == LENGTH || wire == packedWire);
    int from = position;
    if (wire == LENGTH) {
      int stop = stop();
      from = position;
      position = stop;
    } else {
      skip();
    }
    numbers.add(from, position);
  }

  /** Refuses the file because of the field at hand. */
  public NightjarException refused(String message) {
    return source.refused(message, tag);
  }

  private int stop() throws NightjarException {
    long length = rawVarint();
    if (length < 0 || length > end - position) {
      throw truncated();
    }
    return position + (int) length;
  }

  private void advance(int count) throws NightjarException {
    if (count > end - position) {
      throw truncated();
    }
    position += count;
  }

  private long rawVarint() throws NightjarException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (position == end) {
        throw truncated();
      }
      byte next = source.at(position++);
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw refused("a number has more than 64 bits");
  }

  private void require(boolean fits) throws NightjarException {
    if (!fits) {
      throw refused("field " + field + " is stored in a way that does not fit it");
    }
  }

  private NightjarException truncated() {
    return source.refused("the file ends too early, or a length in it is wrong", position);
  }
}
