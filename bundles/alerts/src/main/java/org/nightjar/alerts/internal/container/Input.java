package org.nightjar.alerts.internal.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.reader.Source;

/** A source read through a window, so that a small file is read once. Not for several threads. */
public final class Input {
  private static final int WINDOW = 1 << 18;

  private final Source source;
  private final long length;
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long windowStart;

  /** Reads this source. */
  public Input(Source source) throws IOException {
    this.source = source;
    this.length = source.length();
  }

  /** Bytes of the source. */
  public long length() {
    return length;
  }

  /** The file, for messages. */
  public String place() {
    return source.uri().toString();
  }

  /**
   * So many bytes from a position on, as a read-only view at position 0.
   *
   * @throws NightjarException TRUNCATED if the source ends before
   */
  public ByteBuffer bytes(long position, int count) throws NightjarException, IOException {
    if (position < 0 || count < 0 || count > length - position) {
      throw Damage.truncated(
          count + " bytes expected at byte " + position + ", the file has " + length, place());
    }
    if (position < windowStart || position + count > windowStart + window.capacity()) {
      ByteBuffer next =
          ByteBuffer.allocate((int) Math.min(Math.max(count, WINDOW), length - position));
      if (source.read(position, next) < count) {
        throw Damage.truncated("the file became shorter while it was read", place());
      }
      window = next.clear();
      windowStart = position;
    }
    return window.slice((int) (position - windowStart), count).asReadOnlyBuffer();
  }

  /** Up to so many bytes from a position on, fewer at the end. */
  public ByteBuffer atMost(long position, int count) throws NightjarException, IOException {
    return bytes(position, (int) Math.min(count, Math.max(0, length - position)));
  }
}
