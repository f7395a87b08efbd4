package org.nightjar.fits.internal.tile;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Region;

/** The tiles that a region touches, row by row. */
final class TileCover {
  private final TileGrid grid;
  private final Region region;
  private final int firstColumn;
  private final int firstRow;
  private final int columns;
  private final int rows;

  /** The tiles under a region that is not empty. */
  TileCover(TileGrid grid, Region region) {
    this.grid = grid;
    this.region = region;
    this.firstColumn = region.x0() / grid.tileWidth();
    this.firstRow = region.y0() / grid.tileHeight();
    this.columns = (region.x1() - 1) / grid.tileWidth() - firstColumn + 1;
    this.rows = (region.y1() - 1) / grid.tileHeight() - firstRow + 1;
  }

  /** How many there are; not more than the region has pixels. */
  int count() {
    return columns * rows;
  }

  Tile tile(int index) {
    return grid.tile(firstColumn + index % columns, firstRow + index / columns, region.plane());
  }

  /** Whether the region takes all pixels of a tile. */
  boolean covers(Tile tile) {
    return region.x0() <= tile.x0()
        && region.x1() >= tile.x0() + tile.width()
        && region.y0() <= tile.y0()
        && region.y1() >= tile.y0() + tile.height()
        && tile.pixels() == tile.width() * tile.height();
  }

  /** Puts those pixels of a tile into the target that lie in the region. */
  void copy(Tile tile, TileValues values, TileTarget target, TileScratch scratch)
      throws NightjarException {
    int x0 = Math.max(region.x0(), tile.x0());
    int x1 = Math.min(region.x1(), tile.x0() + tile.width());
    int y0 = Math.max(region.y0(), tile.y0());
    int y1 = Math.min(region.y1(), tile.y0() + tile.height());
    int count = x1 - x0;
    int at = (y0 - region.y0()) * region.width() + x0 - region.x0();
    if (count == tile.width() && count == region.width()) {
      target.put(values, tile.pixel(x0, y0), count * (y1 - y0), at, scratch);
      return;
    }
    for (int y = y0; y < y1; y++, at += region.width()) {
      target.put(values, tile.pixel(x0, y), count, at, scratch);
    }
  }
}
