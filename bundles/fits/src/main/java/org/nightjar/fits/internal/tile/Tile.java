package org.nightjar.fits.internal.tile;

/**
 * A tile, as far as one plane of the image is concerned.
 *
 * @param index row of the table of tiles
 * @param x0 its first column
 * @param y0 its first row
 * @param width columns
 * @param height rows
 * @param planeStart pixel of the tile at which the plane begins
 * @param pixels pixels of the tile in all planes
 */
record Tile(long index, int x0, int y0, int width, int height, int planeStart, int pixels) {
  /** The pixel of the tile that lies there in the image. */
  int pixel(int x, int y) {
    return planeStart + (y - y0) * width + x - x0;
  }
}
