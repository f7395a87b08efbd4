package org.nightjar.fits.internal.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.bytes.Bytes;

/** A FITS file that grows HDU by HDU. */
public final class FitsChannel {
  private static final int COPY = 1 << 18;

  private final SeekableByteChannel channel;
  private long position;

  /** Begins at the channel's first byte. */
  public FitsChannel(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /** Bytes of all complete HDUs. */
  public long length() {
    return position;
  }

  /** Copies complete HDUs of another file. */
  public void copy(Bytes bytes, long from, long to) throws NightjarException, IOException {
    ByteBuffer block = ByteBuffer.allocate((int) Math.min(COPY, to - from));
    channel.position(position);
    for (long at = from; at < to; at += block.limit()) {
      block.clear().limit((int) Math.min(block.capacity(), to - at));
      bytes.read(at, block);
      write(channel, block.flip());
    }
    position += to - from;
  }

  /**
   * A stretch of the data of the next HDU.
   *
   * @param cards how many cards its header will have, without CHECKSUM, DATASUM and END
   * @param offset first byte within the data
   */
  SummedStretch data(int cards, long offset) {
    return new SummedStretch(channel, position + HeaderBlock.length(cards) + offset);
  }

  /** Completes the next HDU, whose data have been written. */
  void finish(List<String> cards, long dataLength, long dataSum)
      throws NightjarException, IOException {
    byte[] header = HeaderBlock.of(cards, dataSum);
    long end = position + header.length + dataLength;
    long padded = position + header.length + HeaderBlock.padded(dataLength);
    channel.position(end);
    write(channel, ByteBuffer.allocate((int) (padded - end)));
    channel.position(position);
    write(channel, ByteBuffer.wrap(header));
    position = padded;
  }

  static void write(SeekableByteChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
