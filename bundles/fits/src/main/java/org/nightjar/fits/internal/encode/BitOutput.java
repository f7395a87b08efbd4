package org.nightjar.fits.internal.encode;

import java.util.Arrays;

/** Bits one after the other, the most significant first. */
final class BitOutput {
  private byte[] bytes;
  private int length;
  private long pending;
  private int count;

  BitOutput(int expected) {
    this.bytes = new byte[Math.max(16, expected)];
  }

  /** Appends the low bits of a value, 0 to 32 of them. */
  void put(int value, int bits) {
    pending = (pending << bits) | (value & ((1L << bits) - 1));
    count += bits;
    while (count >= 8) {
      count -= 8;
      append((byte) (pending >>> count));
    }
  }

  /** Appends zeros and a one after them. */
  void unary(int zeros) {
    int left = zeros;
    while (left >= 32) {
      put(0, 32);
      left -= 32;
    }
    put(0, left);
    put(1, 1);
  }

  private void append(byte value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.multiplyExact(2, length));
    }
    bytes[length++] = value;
  }

  /** All bytes, the last one filled up with zeros. */
  byte[] finish() {
    if (count > 0) {
      put(0, 8 - count);
    }
    return Arrays.copyOf(bytes, length);
  }
}
