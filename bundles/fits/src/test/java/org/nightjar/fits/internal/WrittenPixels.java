package org.nightjar.fits.internal;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Random;
import org.nightjar.fits.write.PixelFormat;
import org.nightjar.fits.write.PixelRows;

/** Pixels to write: smooth ones, noise, constant rows, the whole range, NaN and infinities. */
record WrittenPixels(PixelFormat format, int width, int height, int planes, long[] bits) {

  static WrittenPixels of(PixelFormat format, int width, int height, int planes, long seed) {
    Random random = new Random(seed);
    long[] bits = new long[width * height * planes];
    for (int i = 0; i < bits.length; i++) {
      int kind = i / width % height;
      bits[i] =
          format.integer()
              ? whole(format, kind, i, random)
              : Double.doubleToRawLongBits(real(format, kind, i, random));
    }
    return new WrittenPixels(format, width, height, planes, bits);
  }

  private static long whole(PixelFormat format, int kind, int i, Random random) {
    long zero = format == PixelFormat.UINT64 ? 0 : format.zero().longValue();
    int spare = 64 - format.bitpix();
    long any = random.nextLong();
    long stored = format.bitpix() == 8 ? any & 0xff : any << spare >> spare;
    return switch (kind % 5) {
      case 0 -> stored + zero;
      case 1 -> 7;
      case 2 -> 40 + i % 50;
      case 3 -> i % 17 == 0 ? stored + zero : 100;
      default -> 60 + (int) (10 * random.nextGaussian());
    };
  }

  private static double real(PixelFormat format, int kind, int i, Random random) {
    double noise = 1000 + 0.3 * (i % 61) + 5 * random.nextGaussian();
    double value =
        switch (kind) {
          case 3 -> Double.NaN;
          case 5 -> 42;
          case 7 -> i % 13 == 0 ? Double.NEGATIVE_INFINITY : noise;
          case 9 -> i % 13 == 0 ? 3e30 : noise;
          case 11 -> i % 5 == 0 ? Double.NaN : noise;
          case 13 -> i % 2 == 0 ? -0.0 : noise;
          default -> noise;
        };
    return format == PixelFormat.FLOAT32 ? (float) value : value;
  }

  List<Integer> axes() {
    return planes == 1 ? List.of(width, height) : List.of(width, height, planes);
  }

  /** As the writer wants them. */
  PixelRows rows() {
    if (format == PixelFormat.FLOAT32) {
      return (PixelRows.Floats)
          (row, target) -> {
            for (int x = 0; x < width; x++) {
              target[x] = (float) Double.longBitsToDouble(bits[(int) row * width + x]);
            }
          };
    }
    if (format == PixelFormat.FLOAT64) {
      return (PixelRows.Doubles)
          (row, target) -> {
            for (int x = 0; x < width; x++) {
              target[x] = Double.longBitsToDouble(bits[(int) row * width + x]);
            }
          };
    }
    return (PixelRows.Longs)
        (row, target) -> System.arraycopy(bits, (int) row * width, target, 0, width);
  }

  /** Integers as 64 bits, floats as doubles; big-endian. */
  byte[] reference() {
    ByteBuffer reference = ByteBuffer.allocate(8 * bits.length);
    LongBuffer longs = reference.asLongBuffer();
    longs.put(bits);
    return reference.array();
  }
}
