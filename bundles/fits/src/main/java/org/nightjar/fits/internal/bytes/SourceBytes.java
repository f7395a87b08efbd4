package org.nightjar.fits.internal.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.Source;

/** Bytes that have no local file, read through the platform's source. */
public final class SourceBytes implements Bytes {
  private final Source source;
  private final long length;

  /** Reads this source. */
  public SourceBytes(Source source) throws IOException {
    this.source = source;
    this.length = source.length();
  }

  @Override
  public String name() {
    return source.uri().toString();
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public void read(long position, ByteBuffer target) throws NightjarException {
    int wanted = target.remaining();
    try {
      int count = source.read(position, target);
      if (count != wanted) {
        throw NightjarException.of(
            StandardError.TRUNCATED,
            "the bytes end at " + (position + Math.max(0, count)) + " of " + length,
            name(),
            "Hand the product over complete");
      }
    } catch (IOException e) {
      throw new NightjarException(
          Problem.of(StandardError.UNREADABLE, "cannot be read: " + e.getMessage(), name(), ""), e);
    }
  }

  @Override
  public void close() {
    // The source belongs to the platform.
  }
}
