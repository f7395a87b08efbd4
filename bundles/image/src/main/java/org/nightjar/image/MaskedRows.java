package org.nightjar.image;

import java.util.Arrays;

/** An image whose masked pixels are NaN. Not for many threads at once. */
final class MaskedRows implements PixelRows {

  private final PixelRows image;
  private final PixelMask mask;
  private final boolean[] masked;

  MaskedRows(PixelRows image, PixelMask mask) {
    this.image = image;
    this.mask = mask;
    this.masked = new boolean[image.width()];
  }

  @Override
  public int width() {
    return image.width();
  }

  @Override
  public int height() {
    return image.height();
  }

  @Override
  public void readRow(int y, float[] into) {
    image.readRow(y, into);
    Arrays.fill(masked, false);
    mask.mark(y, masked);
    for (int x = 0; x < masked.length; x++) {
      if (masked[x]) {
        into[x] = Float.NaN;
      }
    }
  }
}
