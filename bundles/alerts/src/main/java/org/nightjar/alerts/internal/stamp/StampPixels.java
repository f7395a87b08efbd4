package org.nightjar.alerts.internal.stamp;

import org.nightjar.api.product.PixelType;

/** A decoded stamp: every type that stamps come in fits a double without loss. */
final class StampPixels {
  private final int width;
  private final int height;
  private final PixelType type;
  private final double[] values;

  /**
   * Keeps the values, row by row; nobody writes to them any more.
   *
   * @param type what reads the pixels without loss
   */
  StampPixels(int width, int height, PixelType type, double[] values) {
    this.width = width;
    this.height = height;
    this.type = type;
    this.values = values;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  PixelType type() {
    return type;
  }

  int count() {
    return values.length;
  }

  double at(int x, int y) {
    return values[y * width + x];
  }
}
