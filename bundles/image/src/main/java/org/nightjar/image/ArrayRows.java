package org.nightjar.image;

/** Rows of a row-major array. */
record ArrayRows(float[] pixels, int width, int height) implements PixelRows {

  ArrayRows {
    ImageSize.check(width, height, pixels.length);
  }

  @Override
  public void readRow(int y, float[] into) {
    System.arraycopy(pixels, y * width, into, 0, width);
  }
}
