package org.nightjar.fits.internal.copy;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Region;
import org.nightjar.fits.internal.file.FitsFile;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.image.FitsImage;
import org.nightjar.fits.internal.write.ImageLayout;
import org.nightjar.fits.internal.write.StoredRows;

/** Rows of an image of a file, read in blocks of many. */
final class ImageRows implements StoredRows {
  private static final int BLOCK_PIXELS = 1 << 20;
  private static final int MOST_COLUMNS = 1 << 26;

  private final Hdu hdu;
  private final FitsImage image;
  private final ImageLayout layout;
  private final Step step;
  private final int most;
  private final ByteBuffer block;
  private final int[] numbers;
  private long first;
  private int count;

  ImageRows(FitsFile file, Hdu hdu, ImageLayout layout, Step step) throws NightjarException {
    if (layout.width() > MOST_COLUMNS) {
      throw NightjarException.of(
          StandardError.TOO_LARGE,
          "rows of " + layout.width() + " pixels are too long to copy",
          hdu.header().place(),
          "Copy it without --compress");
    }
    this.hdu = hdu;
    this.image = file.stored(hdu);
    this.layout = layout;
    this.step = step;
    this.most = Math.min(layout.height(), Math.max(1, BLOCK_PIXELS / layout.width()));
    this.block = ByteBuffer.allocate(most * layout.rowBytes());
    this.numbers = new int[layout.bytes() < 4 ? most * layout.width() : 0];
  }

  @Override
  public void read(long row, ByteBuffer target) throws NightjarException {
    if (row < first || row >= first + count) {
      load(row);
    }
    int size = layout.rowBytes();
    target.put(block.array(), (int) (row - first) * size, size);
  }

  private void load(long row) throws NightjarException {
    step.reached(hdu.start() + (long) ((double) row / layout.rows() * (hdu.end() - hdu.start())));
    int y = (int) (row % layout.height());
    int end = Math.min(layout.height(), y + most);
    Region band = new Region((int) (row / layout.height()), 0, y, layout.width(), end);
    block.clear();
    switch (layout.bitpix()) {
      case -64 -> image.read(band, block.asDoubleBuffer());
      case -32 -> image.read(band, block.asFloatBuffer());
      case 64 -> image.read(band, block.asLongBuffer());
      case 32 -> image.read(band, block.asIntBuffer());
      default -> narrow(band);
    }
    first = row;
    count = end - y;
  }

  private void narrow(Region band) throws NightjarException {
    image.read(band, IntBuffer.wrap(numbers));
    int pixels = (int) band.size();
    for (int i = 0; i < pixels; i++) {
      if (layout.bitpix() == 8) {
        block.put(i, (byte) numbers[i]);
      } else {
        block.putShort(2 * i, (short) numbers[i]);
      }
    }
  }
}
