package org.nightjar.alerts.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes containers byte by byte, honest or not. */
final class RawContainer {
  private static final byte[] SYNC = "sixteen-bytes-ok".getBytes(StandardCharsets.US_ASCII);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  RawContainer(String schema, String codec) {
    raw("Obj\u0001".getBytes(StandardCharsets.US_ASCII));
    number(2).text("avro.schema").text(schema).text("avro.codec").text(codec).number(0).raw(SYNC);
  }

  RawContainer block(long count, byte[] bytes) {
    return number(count).number(bytes.length).raw(bytes).raw(SYNC);
  }

  RawContainer number(long value) {
    long zigzag = (value << 1) ^ (value >> 63);
    while ((zigzag & ~0x7fL) != 0) {
      out.write((int) ((zigzag & 0x7f) | 0x80));
      zigzag >>>= 7;
    }
    out.write((int) zigzag);
    return this;
  }

  RawContainer text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return number(bytes.length).raw(bytes);
  }

  RawContainer raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** Numbers as Avro writes them. */
  static byte[] numbers(long... values) {
    RawContainer one = new RawContainer("", "");
    one.out.reset();
    for (long value : values) {
      one.number(value);
    }
    return one.bytes();
  }

  static byte[] joined(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  /** In Confluent framing. */
  static byte[] framed(int id, byte[] body) {
    return ByteBuffer.allocate(5 + body.length).put((byte) 0).putInt(id).put(body).array();
  }
}
