package org.nightjar.fits.internal.image;

import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Region;
import org.nightjar.fits.internal.bytes.BlockPool;
import org.nightjar.fits.internal.bytes.Bytes;

/** Pixels as they lie in the file, read in blocks. */
final class FilePixels implements PixelStore {
  private final Bytes bytes;
  private final BlockPool blocks;
  private final long start;
  private final int pixelBytes;
  private final long width;
  private final long height;

  FilePixels(Bytes bytes, BlockPool blocks, long start, int pixelBytes, int width, int height) {
    this.bytes = bytes;
    this.blocks = blocks;
    this.start = start;
    this.pixelBytes = pixelBytes;
    this.width = width;
    this.height = height;
  }

  @Override
  public void feed(Region region, Decoder decoder) throws NightjarException {
    ByteBuffer block = blocks.take();
    try {
      long row = (region.plane() * height + region.y0()) * width;
      if (region.width() == width) {
        run(row, region.size(), block, decoder);
        return;
      }
      for (int y = region.y0(); y < region.y1(); y++, row += width) {
        run(row + region.x0(), region.width(), block, decoder);
      }
    } finally {
      blocks.give(block);
    }
  }

  private void run(long first, long count, ByteBuffer block, Decoder decoder)
      throws NightjarException {
    int most = block.capacity() / pixelBytes;
    long done = 0;
    while (done < count) {
      int part = (int) Math.min(most, count - done);
      block.clear().limit(part * pixelBytes);
      bytes.read(start + (first + done) * pixelBytes, block);
      decoder.decode(block.flip(), part);
      done += part;
    }
  }
}
