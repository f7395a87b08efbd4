package org.nightjar.fits.internal.checksum;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The ones-complement sum of 32-bit big-endian words (FITS standard 4.0, appendix J.1), over bytes
 * that come in pieces of any length. What is missing to the last word counts as zeros.
 */
public final class WordSum {
  private static final long WORD = 0xffff_ffffL;

  private long high;
  private long low;
  private long count;

  /** Adds what remains in the buffer and moves it to its limit. */
  public void add(ByteBuffer bytes) {
    ByteBuffer data = bytes.duplicate().order(ByteOrder.BIG_ENDIAN);
    bytes.position(bytes.limit());
    while (count % 4 != 0 && data.hasRemaining()) {
      addByte(data.get());
    }
    long upper = 0;
    long lower = 0;
    // A buffer has fewer than 2^31 bytes: the sums of its words stay far below 2^63.
    int longs = data.remaining() >> 3;
    count += (long) longs << 3;
    int at = data.position();
    for (int i = 0; i < longs; i++, at += 8) {
      long both = data.getLong(at);
      upper += both >>> 32;
      lower += both & WORD;
    }
    high = fold(high + fold(upper));
    low = fold(low + fold(lower));
    data.position(at);
    while (data.hasRemaining()) {
      addByte(data.get());
    }
  }

  private void addByte(byte value) {
    low = fold(low + ((value & 0xffL) << (24 - 8 * (int) (count & 3))));
    count++;
  }

  /** Adds the sum of bytes that follow or precede, whole words of them. */
  public void addSum(long sum) {
    low = fold(low + sum);
  }

  /** The sum so far, 0 to 2^32 - 1. */
  public long value() {
    return fold(high + low);
  }

  private static long fold(long sum) {
    long folded = sum;
    while (folded >>> 32 != 0) {
      folded = (folded & WORD) + (folded >>> 32);
    }
    return folded;
  }
}
