package org.nightjar.imaging.internal.output;

import org.nightjar.image.BackgroundRows;
import org.nightjar.image.PixelRows;

/** A row of an image, as it is and above the background; bad pixels are NaN in both. */
final class SkyRow {

  private static final float LARGEST_GOOD = 1e30f;

  final float[] value;
  final float[] above;
  final float[] noise;
  int y = -1;

  SkyRow(int width) {
    this.value = new float[width];
    this.above = new float[width];
    this.noise = new float[width];
  }

  /** The library's rule: neither NaN nor infinite nor absurd. */
  static boolean isGood(float pixel) {
    return Math.abs(pixel) <= LARGEST_GOOD;
  }

  void take(int row, PixelRows image, BackgroundRows sky) {
    y = row;
    image.readRow(row, value);
    sky.above(row, value, above);
    sky.rms(row, noise);
  }
}
