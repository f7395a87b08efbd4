package org.nightjar.fits.internal.encode;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * GZIP_2 (FITS standard 4.0, section 10.4.2): the most significant bytes of all pixels, then the
 * next ones, in a gzip member. The same pixels give the same bytes.
 */
public final class Gzip2Encoder {
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private Gzip2Encoder() {}

  /** Packs the first {@code count} pixels. */
  public static byte[] encode(int[] pixels, int count) {
    byte[] shuffled = new byte[Math.multiplyExact(4, count)];
    for (int i = 0; i < count; i++) {
      int pixel = pixels[i];
      shuffled[i] = (byte) (pixel >> 24);
      shuffled[count + i] = (byte) (pixel >> 16);
      shuffled[2 * count + i] = (byte) (pixel >> 8);
      shuffled[3 * count + i] = (byte) pixel;
    }
    return member(shuffled);
  }

  private static byte[] member(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HEAD);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] piece = new byte[1 << 12];
      while (!deflater.finished()) {
        out.write(piece, 0, deflater.deflate(piece));
      }
    } finally {
      deflater.end();
    }
    CRC32 crc = new CRC32();
    crc.update(bytes);
    littleEndian(out, crc.getValue());
    littleEndian(out, bytes.length);
    return out.toByteArray();
  }

  private static void littleEndian(ByteArrayOutputStream out, long value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write((int) (value >>> shift));
    }
  }
}
