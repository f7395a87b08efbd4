package org.nightjar.fits.internal.tile;

import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.bytes.Bytes;

/** A stretch of a file in memory. */
final class ByteWindow {
  /**
   * Bytes that one read asks for at most: the JDK keeps a direct buffer of that size per thread.
   */
  static final int BLOCK = 1 << 18;

  private byte[] array = {};
  private Bytes source;
  private long start;
  private int length;

  /**
   * Makes sure that some bytes are in memory.
   *
   * @param count how many are wanted; not more than an array holds
   * @param ahead how many to read if it has to read, at least {@code count}
   * @return where they begin in {@link #array}
   */
  int load(Bytes bytes, long position, int count, int ahead) throws NightjarException {
    if (bytes != source || position < start || position + count > start + length) {
      source = null;
      if (array.length < ahead + TileStream.SLACK) {
        array = new byte[ahead + TileStream.SLACK];
      }
      for (int done = 0; done < ahead; ) {
        int part = Math.min(BLOCK, ahead - done);
        bytes.read(position + done, ByteBuffer.wrap(array, done, part));
        done += part;
      }
      source = bytes;
      start = position;
      length = ahead;
    }
    return (int) (position - start);
  }

  byte[] array() {
    return array;
  }

  int capacity() {
    return array.length;
  }

  /** Lets go of the file. */
  void forget() {
    source = null;
  }
}
