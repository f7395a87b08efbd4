package org.nightjar.alerts.internal.stamp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * Unpacks single gzip members (RFC 1952) and checks their checksum and length. Inflaters are used
 * again, as making one costs native memory of its own. Safe for use by several threads.
 */
public final class Gunzip {
  private static final int FIXED_HEAD = 10;
  private static final int TRAILER = 8;
  private static final int MOST = 64 << 20;

  /** Deflate's best: more cannot come out of so many bytes. */
  private static final int BEST_RATIO = 1032;

  private static final int FLAG_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;
  private static final int MOST_IDLE = 64;

  private final Queue<Inflater> idle = new ArrayBlockingQueue<>(MOST_IDLE);

  static boolean recognises(ByteBuffer bytes) {
    return bytes.remaining() > 2
        && (bytes.get(bytes.position()) & 0xff) == 0x1f
        && (bytes.get(bytes.position() + 1) & 0xff) == 0x8b;
  }

  /** Gives native memory back; what is unpacked later takes some again. */
  public void close() {
    for (Inflater inflater = idle.poll(); inflater != null; inflater = idle.poll()) {
      inflater.end();
    }
  }

  ByteBuffer unpack(ByteBuffer packed, String place) throws NightjarException {
    ByteBuffer bytes = packed.slice().order(ByteOrder.LITTLE_ENDIAN);
    int body = bodyStart(bytes, place);
    int size = bytes.getInt(bytes.limit() - Integer.BYTES);
    Inflater inflater = idle.poll();
    if (inflater == null) {
      inflater = new Inflater(true);
    }
    try {
      inflater.setInput(bytes.position(body));
      ByteBuffer unpacked = inflate(inflater, size, bytes.limit(), place);
      check(bytes, inflater.getRemaining(), unpacked, place);
      return unpacked;
    } catch (DataFormatException e) {
      throw Damage.corrupt("the gzip bytes are damaged: " + e.getMessage(), place, e);
    } finally {
      inflater.reset();
      if (!idle.offer(inflater)) {
        inflater.end();
      }
    }
  }

  private static void check(ByteBuffer bytes, int left, ByteBuffer unpacked, String place)
      throws NightjarException {
    if (left < TRAILER) {
      throw Damage.truncated("the gzip trailer is missing", place);
    }
    if (left > TRAILER) {
      throw Damage.corrupt((left - TRAILER) + " bytes follow the gzip trailer", place);
    }
    CRC32 crc = new CRC32();
    crc.update(unpacked.array(), 0, unpacked.limit());
    int trailer = bytes.limit() - TRAILER;
    if (bytes.getInt(trailer) != (int) crc.getValue()
        || bytes.getInt(trailer + Integer.BYTES) != unpacked.limit()) {
      throw Damage.corrupt("the gzip checksum does not fit", place);
    }
  }

  /** Takes as much memory as the trailer says, if so much can come out of these bytes at all. */
  private static ByteBuffer inflate(Inflater inflater, int announced, int packed, String place)
      throws DataFormatException, NightjarException {
    long possible = Math.min(MOST, (long) BEST_RATIO * packed);
    int first = announced > 0 && announced <= possible ? announced : 4 * packed;
    // One more byte than announced: a full array would not tell whether that was all.
    byte[] out = new byte[(int) Math.min(first, possible) + 1];
    int size = 0;
    while (true) {
      size += inflater.inflate(out, size, out.length - size);
      if (inflater.finished()) {
        return ByteBuffer.wrap(out, 0, size).slice();
      }
      if (size < out.length) {
        throw Damage.truncated("the gzip bytes end after " + size + " unpacked bytes", place);
      }
      if (size >= MOST) {
        throw Damage.of(
            StandardError.TOO_LARGE, "unpacks to more than " + MOST + " bytes", place, "");
      }
      out = Arrays.copyOf(out, (int) Math.min(MOST, 2L * size + 1));
    }
  }

  private static int bodyStart(ByteBuffer bytes, String place) throws NightjarException {
    int end = bytes.limit() - TRAILER;
    if (end < FIXED_HEAD || bytes.get(2) != 8) {
      throw Damage.corrupt("not a deflated gzip member", place);
    }
    int flags = bytes.get(3);
    int at = FIXED_HEAD;
    if ((flags & FLAG_EXTRA) != 0) {
      at += 2 + (bytes.getShort(at) & 0xffff);
    }
    for (int flag : new int[] {FLAG_NAME, FLAG_COMMENT}) {
      if ((flags & flag) != 0) {
        while (at < end && bytes.get(at) != 0) {
          at++;
        }
        at++;
      }
    }
    at += (flags & FLAG_CRC) != 0 ? 2 : 0;
    if (at >= end) {
      throw Damage.truncated("the gzip header does not end", place);
    }
    return at;
  }
}
