package org.nightjar.openinference.internal.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The first bytes of a stream, so that who reads them does not read ahead. */
final class FrontPart extends InputStream {
  private final InputStream whole;
  private long left;

  FrontPart(InputStream whole, long length) {
    this.whole = whole;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    if (left == 0) {
      return -1;
    }
    int value = whole.read();
    left -= value < 0 ? 0 : 1;
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (left == 0 && length > 0) {
      return -1;
    }
    int count = whole.read(target, offset, (int) Math.min(left, length));
    left -= Math.max(0, count);
    return count;
  }

  /** How many bytes of it were not read. */
  long left() {
    return left;
  }
}
