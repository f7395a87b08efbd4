package org.nightjar.onnx.internal.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nightjar.onnx.model.Bytes;

/**
 * Puts the fields of one protobuf message together. Large values are referred to, not copied, until
 * the whole is written.
 */
public final class WireWriter {
  /** Shorter values are copied: a reference costs more. */
  private static final int WORTH_REFERRING = 1024;

  private final List<ByteBuffer> done = new ArrayList<>();
  private ByteArrayOutputStream open = new ByteArrayOutputStream(64);
  private long size;

  /** A whole number. */
  public void varint(int field, long value) {
    rawVarint((long) field << 3);
    rawVarint(value);
  }

  /** A whole number, left out if it is 0. */
  public void varintUnlessZero(int field, long value) {
    if (value != 0) {
      varint(field, value);
    }
  }

  /** A real number of single precision. */
  public void real(int field, float value) {
    rawVarint(((long) field << 3) | 5);
    int bits = Float.floatToRawIntBits(value);
    for (int shift = 0; shift < 32; shift += 8) {
      one(bits >>> shift);
    }
  }

  /** A text. */
  public void text(int field, String value) {
    bytes(field, Bytes.copyOf(value.getBytes(StandardCharsets.UTF_8)));
  }

  /** A text, left out if it is empty. */
  public void textUnlessEmpty(int field, String value) {
    if (!value.isEmpty()) {
      text(field, value);
    }
  }

  /** Bytes. */
  public void bytes(int field, Bytes value) {
    rawVarint(((long) field << 3) | 2);
    rawVarint(value.size());
    verbatim(value);
  }

  /** A message within this one. */
  public void message(int field, Consumer<WireWriter> content) {
    WireWriter inner = new WireWriter();
    content.accept(inner);
    rawVarint(((long) field << 3) | 2);
    rawVarint(inner.size);
    size += inner.size;
    if (inner.done.isEmpty()) {
      open.writeBytes(inner.open.toByteArray());
    } else {
      close();
      inner.close();
      done.addAll(inner.done);
    }
  }

  /** Fields as they were read. */
  public void verbatim(Bytes fields) {
    size += fields.size();
    if (fields.size() < WORTH_REFERRING) {
      open.writeBytes(fields.toArray());
    } else {
      close();
      done.add(fields.buffer());
    }
  }

  /** Bytes of everything so far. */
  public long size() {
    return size;
  }

  /** Writes everything. */
  public void writeTo(WritableByteChannel target) throws IOException {
    close();
    for (ByteBuffer part : done) {
      ByteBuffer rest = part.duplicate();
      while (rest.hasRemaining()) {
        target.write(rest);
      }
    }
  }

  private void close() {
    if (open.size() > 0) {
      done.add(ByteBuffer.wrap(open.toByteArray()));
      open = new ByteArrayOutputStream(64);
    }
  }

  private void rawVarint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      one((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    one((int) rest);
  }

  private void one(int value) {
    open.write(value);
    size++;
  }
}
