package org.nightjar.image.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG (ISO/IEC 15948) of red, green and blue with eight bits each. */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int BITS = 8;
  private static final int TRUE_COLOUR = 2;
  private static final int FILTER_UP = 2;
  private static final int CHANNELS = 3;

  private Png() {}

  static byte[] encode(int width, int height, int[] rgb) {
    ByteArrayOutputStream png = new ByteArrayOutputStream(rgb.length);
    png.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) BITS).put((byte) TRUE_COLOUR);
    chunk(png, "IHDR", header.array(), header.capacity());
    byte[] packed = deflated(filtered(width, height, rgb));
    chunk(png, "IDAT", packed, packed.length);
    chunk(png, "IEND", new byte[0], 0);
    return png.toByteArray();
  }

  /** Each row as its difference to the one above: the sky is smooth. */
  private static byte[] filtered(int width, int height, int[] rgb) {
    byte[] rows = new byte[height * (1 + CHANNELS * width)];
    int at = 0;
    for (int y = 0; y < height; y++) {
      rows[at++] = FILTER_UP;
      for (int x = 0; x < width; x++) {
        int here = rgb[y * width + x];
        int above = y == 0 ? 0 : rgb[(y - 1) * width + x];
        rows[at++] = (byte) ((here >> 16) - (above >> 16));
        rows[at++] = (byte) ((here >> 8) - (above >> 8));
        rows[at++] = (byte) (here - above);
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] rows) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(rows);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream(rows.length / 2);
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] content, int length) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(content, 0, length);
    png.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    png.writeBytes(name);
    png.write(content, 0, length);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }
}
