package org.nightjar.fits.internal.encode;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * GZIP_2 as {@link Gzip2Encoder}, for 32-bit pixels most of which are zero. The same pixels give
 * the same bytes.
 *
 * <p>Masks are zeros for the most part. Leading planes of bytes that are all zero are packed once
 * and put in as they are: deflated data that ends in a full flush may be followed by any other. A
 * workspace for one thread.
 */
public final class SparseGzip2 {
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int PLANES = 4;

  private byte[] zeros = new byte[0];
  private byte[] packedZeros = new byte[0];

  /** Packs the first {@code count} pixels. */
  public byte[] encode(int[] pixels, int count) {
    int used = 0;
    for (int i = 0; i < count; i++) {
      used |= pixels[i];
    }
    int empty = used == 0 ? PLANES : Integer.numberOfLeadingZeros(used) / Byte.SIZE;
    byte[] shuffled = new byte[Math.multiplyExact(PLANES - empty, count)];
    for (int plane = empty; plane < PLANES; plane++) {
      int shift = Byte.SIZE * (PLANES - 1 - plane);
      int start = (plane - empty) * count;
      for (int i = 0; i < count; i++) {
        shuffled[start + i] = (byte) (pixels[i] >> shift);
      }
    }
    return member(empty, shuffled, count);
  }

  private byte[] member(int empty, byte[] rest, int count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HEAD);
    CRC32 crc = new CRC32();
    if (empty > 0) {
      packZeros(count);
    }
    for (int plane = 0; plane < empty; plane++) {
      out.writeBytes(packedZeros);
      crc.update(zeros);
    }
    out.writeBytes(deflated(rest, Deflater.NO_FLUSH));
    crc.update(rest);
    littleEndian(out, crc.getValue());
    littleEndian(out, PLANES * (long) count);
    return out.toByteArray();
  }

  private void packZeros(int count) {
    if (zeros.length != count || packedZeros.length == 0) {
      zeros = new byte[count];
      packedZeros = deflated(zeros, Deflater.FULL_FLUSH);
    }
  }

  /** Raw deflated data; the last of a member unless flushed. */
  private static byte[] deflated(byte[] bytes, int flush) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(bytes);
      if (flush == Deflater.NO_FLUSH) {
        deflater.finish();
      }
      byte[] piece = new byte[1 << 12];
      int got;
      // A flush is complete when its last piece is not full.
      do {
        got = deflater.deflate(piece, 0, piece.length, flush);
        out.write(piece, 0, got);
      } while (flush == Deflater.NO_FLUSH ? !deflater.finished() : got == piece.length);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  private static void littleEndian(ByteArrayOutputStream out, long value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write((int) (value >>> shift));
    }
  }
}
