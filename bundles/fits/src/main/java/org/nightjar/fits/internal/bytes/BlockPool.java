package org.nightjar.fits.internal.bytes;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Direct buffers that reads of one file use again and again. */
public final class BlockPool {
  /** Bytes of one block: fits the second-level cache together with what is decoded from it. */
  public static final int BLOCK = 1 << 18;

  private final ConcurrentLinkedQueue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

  /** A block, empty and big-endian; hand it back to {@link #give}. */
  public ByteBuffer take() {
    ByteBuffer block = free.poll();
    return block == null ? ByteBuffer.allocateDirect(BLOCK) : block.clear();
  }

  /** Takes a block back. */
  public void give(ByteBuffer block) {
    free.add(block);
  }
}
