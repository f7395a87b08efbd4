package org.nightjar.fits.internal.encode;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Bytes in one gzip member without a time. The same bytes give the same member. */
final class GzipMember {
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private GzipMember() {}

  static byte[] of(byte[] bytes, int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(length / 2 + 64);
    out.writeBytes(HEAD);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(bytes, 0, length);
      deflater.finish();
      byte[] piece = new byte[1 << 12];
      while (!deflater.finished()) {
        out.write(piece, 0, deflater.deflate(piece));
      }
    } finally {
      deflater.end();
    }
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    littleEndian(out, crc.getValue());
    littleEndian(out, length);
    return out.toByteArray();
  }

  private static void littleEndian(ByteArrayOutputStream out, long value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write((int) (value >>> shift));
    }
  }
}
