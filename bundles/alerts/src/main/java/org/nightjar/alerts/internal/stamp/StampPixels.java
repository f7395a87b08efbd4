package org.nightjar.alerts.internal.stamp;

import java.nio.ByteBuffer;
import org.nightjar.api.product.PixelType;

/**
 * The pixels of an image as FITS stores them.
 *
 * @param bytes big-endian, whatever stands around them
 * @param start first byte of the first pixel
 * @param bitpix 8, 16, 32, -32 or -64
 * @param blank the integer that stands for no value; NaN if none does
 */
record StampPixels(
    ByteBuffer bytes,
    int start,
    int width,
    int height,
    int bitpix,
    double scale,
    double zero,
    double blank) {

  int count() {
    return width * height;
  }

  /** Whether pixels are stored in single precision and mean what is stored. */
  boolean plainFloats() {
    return bitpix == -32 && scale == 1 && zero == 0;
  }

  /** What reads the pixels without loss. */
  PixelType type() {
    if (bitpix == -64) {
      return PixelType.DOUBLE;
    }
    boolean whole = bitpix > 0 && scale == 1 && zero == Math.rint(zero) && Math.abs(zero) < 1e9;
    if (bitpix == -32 || !whole) {
      return bitpix == 32 ? PixelType.DOUBLE : PixelType.FLOAT;
    }
    return bitpix == 32 && zero != 0 ? PixelType.LONG : PixelType.INT;
  }

  /** A pixel with its scaling; every type that stamps come in fits a double without loss. */
  double at(int x, int y) {
    int index = y * width + x;
    double stored =
        switch (bitpix) {
          case 8 -> bytes.get(start + index) & 0xff;
          case 16 -> bytes.getShort(start + 2 * index);
          case 32 -> bytes.getInt(start + 4 * index);
          case -32 -> bytes.getFloat(start + 4 * index);
          default -> bytes.getDouble(start + 8 * index);
        };
    if (stored == blank) {
      return Double.NaN;
    }
    return scale == 1 && zero == 0 ? stored : zero + scale * stored;
  }

  /** How many are NaN or infinite. */
  int nonFinite() {
    int count = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        count += Double.isFinite(at(x, y)) ? 0 : 1;
      }
    }
    return count;
  }
}
