package org.nightjar.fits.internal.tile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The stored bytes of one tile.
 *
 * @param bytes an array that goes on for at least {@link #SLACK} bytes after the tile
 * @param from first byte of the tile
 * @param length bytes of the tile
 */
record TileStream(byte[] bytes, int from, int length) {
  /** Bytes after the tile that may be looked at, whatever they hold. */
  static final int SLACK = 16;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** First bit of the tile. */
  long firstBit() {
    return 8L * from;
  }

  /** First bit after the tile. */
  long endBit() {
    return 8L * (from + (long) length);
  }

  /** The byte of the tile in which a bit lies. */
  long at(long bit) {
    return bit / 8 - from;
  }

  /** At least 57 bits from this one on, the first one on top; others are zero. */
  static long peek(byte[] bytes, long bit) {
    return (long) LONG.get(bytes, (int) (bit >>> 3)) << (int) (bit & 7);
  }

  /** A byte of the tile, unsigned. */
  int unsigned(int index) {
    return bytes[from + index] & 0xff;
  }

  /** A big-endian long of the tile or, of the slack after it. */
  long longAt(int index) {
    return (long) LONG.get(bytes, from + index);
  }
}
