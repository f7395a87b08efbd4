package org.nightjar.fits.internal.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.nightjar.fits.internal.checksum.WordSum;

/** Bytes that follow each other in a data unit, written through a buffer and summed up. */
final class SummedStretch {
  private static final int BUFFER = 1 << 18;

  private final SeekableByteChannel channel;
  private final long start;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private final WordSum sum = new WordSum();
  private long written;

  SummedStretch(SeekableByteChannel channel, long start) {
    this.channel = channel;
    this.start = start;
  }

  /** Appends what remains. */
  void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      int part = Math.min(bytes.remaining(), buffer.remaining());
      buffer.put(bytes.slice(bytes.position(), part));
      bytes.position(bytes.position() + part);
      if (!buffer.hasRemaining()) {
        flush();
      }
    }
  }

  /** Brings everything to the channel. */
  void flush() throws IOException {
    buffer.flip();
    sum.add(buffer.duplicate());
    channel.position(start + written);
    written += buffer.remaining();
    FitsChannel.write(channel, buffer);
    buffer.clear();
  }

  /** Bytes so far. */
  long length() {
    return written + buffer.position();
  }

  /** The sum of what was flushed. */
  long sum() {
    return sum.value();
  }
}
