package org.nightjar.fits.internal.image;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Region;
import org.nightjar.fits.internal.bytes.BlockPool;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.header.Hdu;

/** Pixels as they lie in the file, read in blocks. */
public final class FilePixels implements PixelStore {
  private static final int TILE_PIXELS = 1 << 18;

  private final Bytes bytes;
  private final BlockPool blocks;
  private final PixelCoding coding;
  private final WholePixels whole;
  private final long start;
  private final int pixelBytes;
  private final int width;
  private final int height;

  /** The pixels of an image that is not compressed. */
  public FilePixels(Hdu hdu, Bytes bytes, BlockPool blocks, PixelCoding coding, ImageShape shape) {
    this.bytes = bytes;
    this.blocks = blocks;
    this.coding = coding;
    this.whole = new WholePixels(coding, hdu.header().place());
    this.start = hdu.dataStart();
    this.pixelBytes = coding.bytes();
    this.width = shape.width();
    this.height = shape.height();
  }

  @Override
  public int tileWidth() {
    return width;
  }

  @Override
  public int tileHeight() {
    return Math.max(1, Math.min(height, TILE_PIXELS / Math.max(1, width)));
  }

  @Override
  public void read(Region region, FloatBuffer target) throws NightjarException {
    feed(region, new FloatDecoder(coding, target));
  }

  @Override
  public void read(Region region, DoubleBuffer target) throws NightjarException {
    feed(region, new DoubleDecoder(coding, target));
  }

  @Override
  public void read(Region region, IntBuffer target) throws NightjarException {
    IntegerDecoder decoder =
        new IntegerDecoder(
            coding.bitpix(),
            whole,
            pixel -> {
              if (pixel != (int) pixel) {
                throw whole.tooWide();
              }
              target.put((int) pixel);
            });
    feed(region, decoder);
  }

  @Override
  public void read(Region region, LongBuffer target) throws NightjarException {
    feed(region, new IntegerDecoder(coding.bitpix(), whole, target::put));
  }

  private void feed(Region region, Decoder decoder) throws NightjarException {
    ByteBuffer block = blocks.take();
    try {
      long row = ((long) region.plane() * height + region.y0()) * width;
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
