package org.nightjar.fits.internal.tile;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.header.Header;

/** How an image of any number of axes is cut into tiles; those at the far edges are smaller. */
final class TileGrid {
  private static final long MOST_TILE_PIXELS = Integer.MAX_VALUE - 64;

  private final int[] axes;
  private final int[] sides;
  private final long[] counts;

  private TileGrid(int[] axes, int[] sides) {
    this.axes = axes;
    this.sides = sides;
    this.counts = new long[axes.length];
    for (int i = 0; i < axes.length; i++) {
      counts[i] = (axes[i] + (long) sides[i] - 1) / sides[i];
    }
  }

  /**
   * The grid of a tiled image. A missing ZTILE1 is the whole first axis, any other one is 1.
   *
   * @throws NightjarException TOO_LARGE for tiles of more pixels than an array holds
   */
  static TileGrid of(Hdu hdu) throws NightjarException {
    Header header = hdu.header();
    List<Integer> given = hdu.axes();
    int dimensions = Math.max(2, given.size());
    int[] axes = new int[dimensions];
    int[] sides = new int[dimensions];
    long pixels = 1;
    for (int i = 0; i < dimensions; i++) {
      axes[i] = i < given.size() ? given.get(i) : given.isEmpty() ? 0 : 1;
      int missing = i == 0 ? Math.max(1, axes[0]) : 1;
      long side = header.optional("ZTILE" + (i + 1), missing, 1, Integer.MAX_VALUE);
      sides[i] = (int) Math.min(side, Math.max(1, axes[i]));
      pixels *= sides[i];
      if (pixels > MOST_TILE_PIXELS) {
        throw NightjarException.of(
            StandardError.TOO_LARGE,
            "tiles of more than " + MOST_TILE_PIXELS + " pixels",
            header.place(),
            "Check ZTILE in the header, or write it again with smaller tiles");
      }
    }
    return new TileGrid(axes, sides);
  }

  /** Tiles of the image. */
  long tiles() throws ArithmeticException {
    return product(counts);
  }

  /** Pixels of the image. */
  long pixels() throws ArithmeticException {
    long pixels = 1;
    for (int axis : axes) {
      pixels = Math.multiplyExact(pixels, axis);
    }
    return pixels;
  }

  private static long product(long[] factors) {
    long product = 1;
    for (long factor : factors) {
      product = Math.multiplyExact(product, factor);
    }
    return product;
  }

  /** Columns of a tile that is not cut off at an edge. */
  int tileWidth() {
    return sides[0];
  }

  /** Rows of a tile that is not cut off at an edge. */
  int tileHeight() {
    return sides[1];
  }

  /** Pixels of a tile that is not cut off at an edge, in all its planes. */
  int tilePixels() {
    int pixels = 1;
    for (int side : sides) {
      pixels *= side;
    }
    return pixels;
  }

  /**
   * A tile.
   *
   * @param column place of the tile along the first axis
   * @param row along the second
   * @param plane plane of the image, the further axes taken together
   */
  Tile tile(int column, int row, int plane) {
    int width = Math.min(sides[0], axes[0] - column * sides[0]);
    int height = Math.min(sides[1], axes[1] - row * sides[1]);
    long index = column + counts[0] * row;
    long stride = counts[0] * counts[1];
    int layers = 1;
    int layer = 0;
    int rest = plane;
    for (int i = 2; i < axes.length; i++) {
      int at = rest % axes[i];
      rest /= axes[i];
      int along = at / sides[i];
      index += stride * along;
      stride *= counts[i];
      layer += layers * (at % sides[i]);
      layers *= Math.min(sides[i], axes[i] - along * sides[i]);
    }
    int area = width * height;
    return new Tile(
        index, column * sides[0], row * sides[1], width, height, layer * area, layers * area);
  }
}
