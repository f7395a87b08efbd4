package org.nightjar.rendering.pixel;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Square pixels on the sky. Column i is at x = centreX + (i - (width-1)/2) scale, row j at y =
 * centreY + (j - (height-1)/2) scale. Images are row-major, the lowest row first.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param scale side of a pixel, arcsec, above 0
 * @param centreX middle of the grid, arcsec
 * @param centreY middle of the grid, arcsec
 */
@ProviderType
public record PixelGrid(int width, int height, double scale, double centreX, double centreY) {
  /** Checks the ranges. */
  public PixelGrid {
    if (width < 1 || height < 1 || (long) width * height > 1 << 28 || !(scale > 0)) {
      throw new IllegalArgumentException(
          "a grid of "
              + width
              + " x "
              + height
              + " pixels of "
              + scale
              + " arcsec: at least one pixel, at most 2^28, and a scale above 0");
    }
  }

  /** A square grid around 0, 0. */
  public static PixelGrid square(int side, double scale) {
    return new PixelGrid(side, side, scale, 0, 0);
  }

  /** Middle of a column, arcsec. */
  public double x(double column) {
    return centreX + (column - 0.5 * (width - 1)) * scale;
  }

  /** Middle of a row, arcsec. */
  public double y(double row) {
    return centreY + (row - 0.5 * (height - 1)) * scale;
  }

  /** Column of a place; whole numbers are the middles of pixels. */
  public double column(double x) {
    return (x - centreX) / scale + 0.5 * (width - 1);
  }

  /** Row of a place; whole numbers are the middles of pixels. */
  public double row(double y) {
    return (y - centreY) / scale + 0.5 * (height - 1);
  }

  /** How many pixels. */
  public int pixels() {
    return width * height;
  }

  /** The same piece of sky in pixels that are finer by a whole factor. */
  public PixelGrid finer(int factor) {
    return new PixelGrid(width * factor, height * factor, scale / factor, centreX, centreY);
  }
}
