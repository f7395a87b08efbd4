package org.nightjar.fits.write;

import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.write.StoredRows;

/** Rows of a caller's numbers as they are stored. */
final class FormattedRows implements StoredRows {
  private final PixelFormat format;
  private final Filler filler;

  private interface Filler {
    void fill(long row, ByteBuffer target) throws NightjarException;
  }

  /**
   * Rows of this format.
   *
   * @throws NightjarException BAD_ARGUMENT if the rows are of another type
   */
  FormattedRows(PixelFormat format, int width, PixelRows rows) throws NightjarException {
    this.format = format;
    this.filler = filler(width, rows);
  }

  private Filler filler(int width, PixelRows rows) throws NightjarException {
    if (rows instanceof PixelRows.Floats floats && format == PixelFormat.FLOAT32) {
      float[] line = new float[width];
      return (row, target) -> {
        floats.read(row, line);
        target.asFloatBuffer().put(line);
      };
    }
    if (rows instanceof PixelRows.Doubles doubles && format == PixelFormat.FLOAT64) {
      double[] line = new double[width];
      return (row, target) -> {
        doubles.read(row, line);
        target.asDoubleBuffer().put(line);
      };
    }
    if (rows instanceof PixelRows.Ints ints && format.integer()) {
      int[] line = new int[width];
      return (row, target) -> {
        ints.read(row, line);
        for (int pixel : line) {
          put(target, pixel);
        }
      };
    }
    if (rows instanceof PixelRows.Longs longs && format.integer()) {
      long[] line = new long[width];
      return (row, target) -> {
        longs.read(row, line);
        for (long pixel : line) {
          put(target, pixel);
        }
      };
    }
    throw NightjarException.of(
        StandardError.BAD_ARGUMENT, "rows of another type than " + format, "", "");
  }

  @Override
  public void read(long row, ByteBuffer target) throws NightjarException {
    filler.fill(row, target);
  }

  private void put(ByteBuffer target, long pixel) throws NightjarException {
    long stored = stored(format, pixel);
    switch (format.bytes()) {
      case 1 -> target.put((byte) stored);
      case 2 -> target.putShort((short) stored);
      case 4 -> target.putInt((int) stored);
      default -> target.putLong(stored);
    }
  }

  /**
   * What is stored for a pixel.
   *
   * @throws NightjarException BAD_ARGUMENT if the format has no room for it
   */
  static long stored(PixelFormat format, long pixel) throws NightjarException {
    if (format == PixelFormat.UINT64) {
      return pixel ^ Long.MIN_VALUE;
    }
    if (format == PixelFormat.INT64) {
      return pixel;
    }
    int bits = format.bitpix();
    long low = bits == 8 ? 0 : -1L << (bits - 1);
    long zero = format.zero().longValue();
    long high = low + (1L << bits) - 1;
    if (pixel < low + zero || pixel > high + zero) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "a pixel is " + pixel + ", which " + format + " has no room for",
          "",
          "Write a wider format");
    }
    return pixel - zero;
  }
}
