package org.nightjar.alerts.internal.stamp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** Unpacks one gzip member (RFC 1952) and checks its checksum and length. */
final class GzipBytes {
  private static final int FIXED_HEAD = 10;
  private static final int TRAILER = 8;
  private static final int MOST = 64 << 20;
  private static final int FLAG_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;

  private GzipBytes() {}

  static boolean recognises(ByteBuffer bytes) {
    return bytes.remaining() > 2
        && (bytes.get(bytes.position()) & 0xff) == 0x1f
        && (bytes.get(bytes.position() + 1) & 0xff) == 0x8b;
  }

  static ByteBuffer unpack(ByteBuffer packed, String place) throws NightjarException {
    byte[] bytes = new byte[packed.remaining()];
    packed.duplicate().get(bytes);
    int body = bodyStart(bytes, place);
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, body, bytes.length - body);
      ByteBuffer unpacked = inflate(inflater, place);
      int trailer = bytes.length - inflater.getRemaining();
      if (inflater.getRemaining() < TRAILER) {
        throw Damage.truncated("the gzip trailer is missing", place);
      }
      CRC32 crc = new CRC32();
      crc.update(unpacked.duplicate());
      ByteBuffer sums = ByteBuffer.wrap(bytes);
      if (Integer.reverseBytes(sums.getInt(trailer)) != (int) crc.getValue()
          || Integer.reverseBytes(sums.getInt(trailer + 4)) != unpacked.remaining()) {
        throw Damage.corrupt("the gzip checksum does not fit", place);
      }
      return unpacked;
    } catch (DataFormatException e) {
      throw Damage.corrupt("the gzip bytes are damaged: " + e.getMessage(), place, e);
    } finally {
      inflater.end();
    }
  }

  private static ByteBuffer inflate(Inflater inflater, String place)
      throws DataFormatException, NightjarException {
    byte[] out = new byte[Math.max(1 << 15, 4 * inflater.getRemaining())];
    int size = 0;
    while (!inflater.finished()) {
      if (size == out.length) {
        if (size >= MOST) {
          throw Damage.of(
              StandardError.TOO_LARGE, "unpacks to more than " + MOST + " bytes", place, "");
        }
        out = Arrays.copyOf(out, 2 * size);
      }
      int count = inflater.inflate(out, size, out.length - size);
      if (count == 0 && !inflater.finished()) {
        throw Damage.truncated("the gzip bytes end after " + size + " unpacked bytes", place);
      }
      size += count;
    }
    return ByteBuffer.wrap(out, 0, size).slice();
  }

  private static int bodyStart(byte[] bytes, String place) throws NightjarException {
    if (bytes.length < FIXED_HEAD + TRAILER || bytes[2] != 8) {
      throw Damage.corrupt("not a deflated gzip member", place);
    }
    int flags = bytes[3];
    int at = FIXED_HEAD;
    if ((flags & FLAG_EXTRA) != 0) {
      at += 2 + (bytes[at] & 0xff) + ((bytes[at + 1] & 0xff) << 8);
    }
    for (int flag : new int[] {FLAG_NAME, FLAG_COMMENT}) {
      if ((flags & flag) != 0) {
        while (at < bytes.length && bytes[at] != 0) {
          at++;
        }
        at++;
      }
    }
    at += (flags & FLAG_CRC) != 0 ? 2 : 0;
    if (at >= bytes.length) {
      throw Damage.truncated("the gzip header does not end", place);
    }
    return at;
  }
}
