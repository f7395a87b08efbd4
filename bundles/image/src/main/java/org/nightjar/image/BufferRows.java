package org.nightjar.image;

import java.nio.FloatBuffer;

/** Rows of a row-major buffer that starts at 0. */
record BufferRows(FloatBuffer pixels, int width, int height) implements PixelRows {

  BufferRows {
    ImageSize.check(width, height, pixels.capacity());
  }

  @Override
  public void readRow(int y, float[] into) {
    pixels.get(y * width, into, 0, width);
  }
}
