package org.nightjar.fits.internal.tile;

import java.util.Arrays;

/** Arrays that one thread uses from tile to tile; each is as large as the largest tile so far. */
final class TileScratch {
  private static final int KEPT_BYTES = 16 << 20;
  private static final int LINE = 4096;

  final Gunzip gunzip = new Gunzip();
  final ByteWindow rows = new ByteWindow();
  final ByteWindow heap = new ByteWindow();
  final float[] floatLine = new float[LINE];
  final double[] doubleLine = new double[LINE];
  final long[] longLine = new long[LINE];
  final int[] intLine = new int[LINE];

  private int[] ints = {};
  private long[] longs = {};
  private long[] moreLongs = {};
  private byte[] bytes = {};
  private byte[] joined = {};

  /** Stored pixels of up to 32 bits; what they hold is undefined. */
  int[] ints(int count) {
    if (ints.length < count) {
      ints = new int[count];
    }
    return ints;
  }

  long[] longs(int count) {
    if (longs.length < count) {
      longs = new long[count];
    }
    return longs;
  }

  long[] moreLongs(int count) {
    if (moreLongs.length < count) {
      moreLongs = new long[count];
    }
    return moreLongs;
  }

  byte[] bytes(int count) {
    if (bytes.length < count) {
      bytes = new byte[count];
    }
    return bytes;
  }

  /** The same array, enlarged, what it holds kept. */
  byte[] moreBytes(int count) {
    bytes = Arrays.copyOf(bytes, count);
    return bytes;
  }

  byte[] joined(int count) {
    if (joined.length < count) {
      joined = new byte[count];
    }
    return joined;
  }

  /** Leaves the arrays to whoever holds them now. */
  void release() {
    ints = new int[] {};
    longs = new long[] {};
    bytes = new byte[] {};
    joined = new byte[] {};
  }

  /** Whether it is small enough to be kept between requests. */
  boolean modest() {
    return 4L * ints.length
            + 8L * longs.length
            + 8L * moreLongs.length
            + bytes.length
            + joined.length
            + rows.capacity()
            + heap.capacity()
        <= KEPT_BYTES;
  }
}
